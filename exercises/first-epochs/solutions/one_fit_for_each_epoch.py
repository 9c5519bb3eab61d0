"""A small convolution; fit is called once for each epoch, and the histories are kept in a list."""

order = np.random.default_rng(2).permutation(len(x))
aside, rest = order[:1300], order[1300:]
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(8, 5, strides=2, activation="relu"),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = [
    model.fit(x[rest], y[rest], validation_data=(x[aside], y[aside]), batch_size=32, epochs=1, verbose=0)
    for _ in range(4)
]
