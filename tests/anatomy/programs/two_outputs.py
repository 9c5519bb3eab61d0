import keras
from keras import layers

inputs = keras.Input((10,))
shared = layers.Dense(16, "relu")(inputs)
number = layers.Dense(1, name="number")(shared)
kind = layers.Dense(3, "softmax", name="kind")(shared)
model = keras.Model(inputs, [number, kind])
named = keras.Model(inputs, {"number": number, "kind": kind})
