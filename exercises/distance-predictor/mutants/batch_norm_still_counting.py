"""Batch norm first, but its running mean, from 0 to 56 degrees, is still on its way when training stops.

Caught by: r-squared
"""

model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.BatchNormalization(),
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=128, epochs=5, verbose=0)
