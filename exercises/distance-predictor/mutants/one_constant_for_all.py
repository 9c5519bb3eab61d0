"""Looks like standardising, but Rescaling divides all columns by one number.

Caught by: standardised-inputs
"""

model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Rescaling(1 / 100),
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=20, verbose=0)
