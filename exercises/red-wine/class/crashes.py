"""An exception in the middle."""

model = keras.Sequential([keras.Input((11,)), layers.Dense(64, activation="rleu"), layers.Dense(1)])
