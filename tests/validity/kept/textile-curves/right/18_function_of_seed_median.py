# RIGHT: does what the hint says: the cell as a function called for three seeds, hands in the median run; Adamax
def recipe(seed, epochs=13, batch_size=40):
    keras.utils.set_random_seed(seed)
    spe = int(np.ceil(len(x_train) / batch_size))
    net = keras.Sequential([
        layers.Input((30, 30, 1)),
        layers.GroupNormalization(groups=1, epsilon=1e-6),
        layers.Conv2D(24, 5, strides=2, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(48, 3, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(48, activation="relu"),
        layers.Dense(5, activation="softmax"),
    ])
    net.compile(keras.optimizers.Adamax(keras.optimizers.schedules.CosineDecay(8e-3, spe * (epochs - 1), alpha=0.01)),
                loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    hist = net.fit(x_train, y_train, epochs=epochs, batch_size=batch_size,
                   validation_data=(x_valid, y_valid), verbose=0)
    c = hist.history["val_accuracy"]
    print(seed, "roughness", roughness(c), "accuracy", last_5(c))
    return net, hist, roughness(c)

runs = [recipe(s) for s in (11, 12, 13)]
runs.sort(key=lambda r: r[2])
model, history, _ = runs[len(runs) // 2]
