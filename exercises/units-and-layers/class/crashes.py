"""The units are missing."""

model = keras.Sequential([keras.Input((2,)), layers.Dense(activation="relu"), layers.Dense(1)])
