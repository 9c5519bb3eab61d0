"""Shuffles the rows first; then the tail that validation_split takes is as good as any."""

order = np.random.default_rng(3).permutation(len(x))
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(48, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x[order], y[order], validation_split=0.25, batch_size=32, epochs=3, verbose=0)
