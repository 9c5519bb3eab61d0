import keras
from keras import layers

left = keras.Input((4,))
right = keras.Input((6,))
both = layers.Concatenate()([layers.Dense(3)(left), layers.Dense(5, activation="tanh")(right)])
model = keras.Model([left, right], layers.Dense(1)(both))
swapped = keras.Model([right, left], layers.Dense(1)(both))
