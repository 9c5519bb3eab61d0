"""Adam, bigger batches, far more pairs, a linear head: all the advice but the one that matters.

Caught by: r-squared
"""

model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=32, epochs=15, verbose=0)
