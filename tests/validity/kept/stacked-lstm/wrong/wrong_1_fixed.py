# WRONG: it takes 24 steps and no other number of steps, because the readings are spread over 24 places and a Flatten binds the weights to them.
def stretch(series, steps=24, seed=0):
    rng = np.random.default_rng(seed)
    longer = np.zeros((len(series), steps, 2), "float32")
    for row, one in zip(longer, series):
        row[np.sort(rng.choice(steps, size=len(one), replace=False))] = one
    return longer


model = keras.Sequential([
    keras.Input((24, 2)),
    layers.LSTM(12, return_sequences=True),
    layers.LSTM(12, return_sequences=True),
    layers.Flatten(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(
    stretch(x_train), y_train, validation_data=(x_valid, y_valid), epochs=20, batch_size=64, verbose=0
)
