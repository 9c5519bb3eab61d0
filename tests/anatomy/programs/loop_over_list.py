from keras import Input, Sequential, layers

model = Sequential()
model.add(Input((13,)))
for units in [64, 32, 16]:
    model.add(layers.Dense(units, activation="relu"))
    model.add(layers.Dropout(0.1))
model.add(layers.Dense(1))
