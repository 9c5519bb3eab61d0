import keras
from keras import layers

model = keras.Sequential([keras.Input((20, 20, 1))])
for (filters, size), act in zip([(4, 3), (8, 5)], ["relu", "elu"]):
    model.add(layers.Conv2D(filters, (size, size), activation=act))
first, *middle, last = [1, 2, 3, 4]
model.add(layers.Flatten())
model.add(layers.Dense(len(middle) * first + last))
