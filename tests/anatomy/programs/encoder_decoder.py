import keras
from keras import layers

entry = keras.Input((28, 28, 1))
x = layers.Conv2D(16, 3, activation="relu", padding="same")(entry)
x = layers.MaxPooling2D(2, padding="same")(x)
code = layers.Conv2D(8, 3, activation="relu", padding="same")(x)
encoder = keras.Model(entry, code)
x = layers.UpSampling2D(2)(encoder.output)
x = layers.Conv2DTranspose(4, 3, strides=1, padding="same")(x)
decoded = layers.Conv2D(1, 3, activation="sigmoid", padding="same")(x)
model = keras.Model(encoder.input, decoded)
