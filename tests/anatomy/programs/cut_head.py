import keras
from keras import layers

full = keras.Sequential([keras.Input((4,)), layers.Dense(8, "relu"), layers.Dense(3), layers.Dense(2)])
model = keras.Model(full.inputs, full.layers[-2].output)
features = keras.Model(inputs=full.inputs, outputs=[layer.output for layer in full.layers])
