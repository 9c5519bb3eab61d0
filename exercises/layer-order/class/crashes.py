"""Keras has no layer of this name."""

model = keras.Sequential([keras.Input((5,)), layers.BatchNorm(), layers.Dense(1, "sigmoid")])
