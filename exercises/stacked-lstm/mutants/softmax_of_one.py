"""A softmax over one unit is always 1.

Caught by: probability-out
"""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.LSTM(12, return_sequences=True),
        layers.LSTM(12),
        layers.Dense(1, activation="softmax"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=2, verbose=0)
