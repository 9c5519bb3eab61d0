import keras
from keras import layers

a, b = keras.Input((4,)), keras.Input((4,))
found = [
    layers.Add()([a, b]), layers.multiply([a, b]), layers.Average()([a, b]), layers.maximum([a, b]),
    layers.Minimum()([a, b]), layers.subtract([a, b]), layers.Dot(axes=1)([a, b]), layers.Concatenate(axis=1)([a, b]),
]
model = keras.Model([a, b], found)
