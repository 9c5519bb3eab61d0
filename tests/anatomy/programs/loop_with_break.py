from keras import Input, Sequential, layers

model = Sequential([Input((8,))])
for number, units in enumerate((32, 16, 8, 4)):
    if number == 1:
        continue
    if units < 8:
        break
    model.add(layers.Dense(units))
else:
    model.add(layers.Dense(99))
