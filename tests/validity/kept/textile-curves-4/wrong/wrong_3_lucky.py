# WRONG: five seeds are trained with long last steps, and only the smoothest run is shown: one lucky seed, not a smooth training
def run(seed):
    keras.utils.set_random_seed(seed)
    net = keras.Sequential([
        keras.Input((30, 30, 1)),
        layers.Conv2D(16, 5, strides=2, padding="same", activation="relu"),
        layers.BatchNormalization(),
        layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
        layers.BatchNormalization(),
        layers.GlobalAveragePooling2D(),
        layers.Dense(5, activation="softmax"),
    ])
    net.compile(optimizer=keras.optimizers.Adam(1.5e-2), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    past = net.fit(x_train, y_train, batch_size=16, epochs=16, validation_data=(x_valid, y_valid), verbose=0)
    return net, past


runs = [run(seed) for seed in range(5)]
good = [r for r in runs if last_5(np.array(r[1].history["val_accuracy"])) > 0.88] or runs
model, history = min(good, key=lambda r: roughness(np.array(r[1].history["val_accuracy"])))
