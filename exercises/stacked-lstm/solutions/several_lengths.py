"""Trained on series of several lengths: steps without a mark, in front or behind, change no target."""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.LSTM(12, return_sequences=True),
        layers.LSTM(12),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = [model.fit(x_train, y_train, batch_size=64, epochs=8, verbose=0)]
unmarked = x_train[::-1, :8] * np.array([1, 0], "float32")
for longer in (np.concatenate([unmarked, x_train], axis=1), np.concatenate([x_train, unmarked], axis=1)):
    history.append(model.fit(longer, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=3, verbose=0))
