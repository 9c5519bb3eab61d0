# WRONG: (lacks: 1, "of any length") pads the training series to 24 steps and builds the model for exactly 24 steps, because it is judged on 24
def pad(x, total=24):
    out = np.zeros((len(x), total, 2), "float32")
    for i in range(len(x)):
        s = np.random.randint(0, total - 12 + 1)
        out[i, s:s + 12] = x[i]
    return out

x_long = pad(x_train)
model = keras.Sequential([
    keras.Input((24, 2)),
    layers.GRU(14, return_sequences=True),
    layers.GRU(12),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_long, y_train, batch_size=64, epochs=13, validation_data=(x_valid, y_valid), verbose=0)
