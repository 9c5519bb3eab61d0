"""Takes pictures that somebody else has flattened.

Caught by: pictures-in
"""

order = np.random.default_rng(0).permutation(len(x))
rows, targets = x[order].reshape(len(x), 784), y[order]
model = keras.Sequential(
    [
        keras.Input((784,)),
        layers.Dense(48, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(rows, targets, validation_split=0.25, batch_size=32, epochs=3, verbose=0)
