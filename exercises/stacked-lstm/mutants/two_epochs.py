"""Stopped before anything happened.

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
model.compile("adam", loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=2, verbose=0)
