"""Batches of 1000: five updates in an epoch.

Caught by: in-one-epoch
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
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x[rest], y[rest], validation_data=(x[aside], y[aside]), batch_size=1000, epochs=30, verbose=0)
