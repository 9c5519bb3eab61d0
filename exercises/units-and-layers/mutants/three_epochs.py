"""Three epochs.

Caught by: r-squared
"""

model = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Dense(12, "relu"),
        layers.Dense(12, "relu"),
        layers.Dense(12, "relu"),
        layers.Dense(1),
    ]
)
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=3, verbose=0)
