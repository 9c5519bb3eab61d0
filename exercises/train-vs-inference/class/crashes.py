"""Dropout wants a share, not a percentage."""

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(64, "relu"), layers.Dropout(20), layers.Dense(1, "sigmoid")]
)
