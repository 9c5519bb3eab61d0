"""The last LSTM gives every step, and the squared error lets it pass.

Caught by: probability-out
"""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.LSTM(12, return_sequences=True),
        layers.LSTM(12, return_sequences=True),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="mse", metrics=["accuracy"])
history = model.fit(x_train, y_train[:, None], batch_size=64, epochs=6, verbose=0)
