"""The layer of the decoder is not there."""

inputs = keras.Input((28, 28, 1))
code = layers.Dense(16)(layers.Flatten()(inputs))
model = keras.Model(inputs, {"picture": decoder(code), "digit": layers.Dense(10)(code)})
