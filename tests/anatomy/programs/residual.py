import keras
from keras import layers

inputs = keras.Input((16, 16, 8))
x = inputs
for _ in range(2):
    shortcut = x
    x = layers.Conv2D(8, 3, padding="same")(x)
    x = layers.BatchNormalization()(x)
    x = layers.Activation("relu")(x)
    x = layers.Conv2D(8, 3, padding="same")(x)
    x = layers.add([shortcut, x])
outputs = layers.Dense(4)(layers.GlobalMaxPooling2D()(x))
model = keras.Model(inputs, outputs)
