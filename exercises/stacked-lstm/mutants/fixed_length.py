"""Lays the steps of the second LSTM side by side: it can never be asked about 24 steps.

Caught by: longer-series
"""

model = keras.Sequential(
    [
        keras.Input((12, 2)),
        layers.LSTM(10, return_sequences=True),
        layers.LSTM(8, return_sequences=True),
        layers.Flatten(),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=64, epochs=10, verbose=0)
