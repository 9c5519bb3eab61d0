"""Counted without the biases: 372 weights, 409 numbers.

Caught by: budget
"""

model = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Dense(16, "relu"),
        layers.Dense(20, "relu"),
        layers.Dense(1),
    ]
)
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=20, verbose=0)
