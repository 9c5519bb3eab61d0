# RIGHT: functional GRUs, trained first on 12 steps, then on copies lengthened in front and behind by unmarked random readings
rng = np.random.default_rng(0)

def lengthen(x, total=24):
    out = np.zeros((len(x), total, 2), "float32")
    out[:, :, 0] = rng.choice(x[:, :, 0].ravel(), size=(len(x), total))
    where = rng.integers(0, total - x.shape[1] + 1, len(x))
    for i, w in enumerate(where):
        out[i, w:w + x.shape[1]] = x[i]
    return out

inp = keras.Input((None, 2), name="series")
h = layers.GRU(14, return_sequences=True, name="gru_a")(inp)
h = layers.GRU(14, name="gru_b")(h)
out = layers.Dense(1, activation="sigmoid", name="same_sign")(h)
model = keras.Model(inp, out)

model.compile(keras.optimizers.Adam(0.01, clipnorm=1.0), "binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=64, epochs=14, validation_data=(x_valid, y_valid), verbose=0)

x_long = lengthen(x_train)
model.compile(keras.optimizers.Adam(0.004, clipnorm=1.0), "binary_crossentropy", metrics=["accuracy"])
more = model.fit(x_long, y_train, batch_size=64, epochs=5, validation_data=(x_valid, y_valid), verbose=0)
for key in history.history:
    history.history[key] += more.history[key]
print(history.history["val_accuracy"])
