"""The asker's small layers with dropout, for ten digits, on rows that were shuffled.

Caught by: held-out-accuracy
"""

order = np.random.default_rng(0).permutation(len(x))
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(6, activation="relu"),
        layers.Dropout(0.35),
        layers.Dense(3, activation="relu"),
        layers.Dropout(0.1),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x[order], y[order], validation_split=0.2, batch_size=40, epochs=5, verbose=0)
