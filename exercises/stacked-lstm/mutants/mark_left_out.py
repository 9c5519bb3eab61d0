"""Nobody tells it which readings are marked.

Caught by: longer-series
"""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.Rescaling([1.0, 0.0]),
        layers.LSTM(12, return_sequences=True),
        layers.LSTM(12),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=6, verbose=0)
