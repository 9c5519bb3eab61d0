"""A rate that is far too low for one epoch, and many epochs.

Caught by: in-one-epoch-most-times
"""

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
model.compile(optimizer=keras.optimizers.Adam(0.0002), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x[rest], y[rest], validation_data=(x[aside], y[aside]), batch_size=32, epochs=10, verbose=0)
