"""Sees one step at a time, as the question's shape (32, 1, n) says: there is nothing to remember.

Caught by: longer-series
"""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.LSTM(12, return_sequences=True),
        layers.LSTM(12),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train[:, -1:], y_train, batch_size=64, epochs=6, verbose=0)
