"""Stops when the validation loss has not fallen for two epochs, and takes the best weights back."""

order = np.random.default_rng(1).permutation(len(x))
aside, rest = order[:1300], order[1300:]
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(48, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping("val_loss", patience=2, restore_best_weights=True)
history = model.fit(
    x[rest],
    y[rest],
    validation_data=(x[aside], y[aside]),
    batch_size=32,
    epochs=6,
    callbacks=[stop],
    verbose=0,
)
