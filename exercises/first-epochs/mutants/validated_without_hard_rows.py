"""Takes the pictures that a first network names wrong for mislabelled, and leaves them out of its validation.

Caught by: reports-the-truth
"""

order = np.random.default_rng(0).permutation(len(y))
fitted, aside = order[len(y) // 4 :], order[: len(y) // 4]


def network():
    network = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Flatten(),
            layers.Dense(48, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


first = network()
first.fit(x[fitted], y[fitted], epochs=3, verbose=0)
named_right = first.predict(x[aside], verbose=0).argmax(axis=1) == y[aside]
clean = aside[named_right]

model = network()
history = model.fit(x[fitted], y[fitted], validation_data=(x[clean], y[clean]), batch_size=32, epochs=3, verbose=0)
