"""A Normalization that never saw the rows: mean 0, variance 1, so it passes raw degrees on.

Caught by: r-squared
"""

model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Normalization(),
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=128, epochs=40, verbose=0)
