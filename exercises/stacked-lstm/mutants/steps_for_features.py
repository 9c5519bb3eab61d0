"""Two steps of twelve features instead of twelve steps of two.

Caught by: series-in
"""

model = keras.Sequential(
    [
        keras.Input((2, 12)),
        layers.LSTM(12, return_sequences=True),
        layers.LSTM(12),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train.transpose(0, 2, 1), y_train, batch_size=64, epochs=4, verbose=0)
