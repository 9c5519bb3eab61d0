"""Batches of 200: about twenty updates in an epoch."""

order = np.random.default_rng(0).permutation(len(x))
aside, rest = order[:1200], order[1200:]
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(48, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.002), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x[rest], y[rest], validation_data=(x[aside], y[aside]), batch_size=200, epochs=8, verbose=0)
