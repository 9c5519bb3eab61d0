"""return_sequences is forgotten."""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.LSTM(12),
        layers.LSTM(12),
        layers.Dense(1, activation="sigmoid"),
    ]
)
