# RIGHT: no fit at all: train_on_batch over shuffled batches, rolled patches, rate set by hand, curve kept in a dictionary as the text asks
EPOCHS, BATCH = 20, 16
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(32, 5, strides=2, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.LeakyReLU(negative_slope=0.1),
    layers.Conv2D(48, 3, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.LeakyReLU(negative_slope=0.1),
    layers.MaxPooling2D(2),
    layers.Conv2D(64, 3, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.LeakyReLU(negative_slope=0.1),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])

rng = np.random.default_rng()
history = {"loss": [], "accuracy": [], "val_accuracy": []}
for epoch in range(EPOCHS):
    model.optimizer.learning_rate = 2e-3 * (1 - epoch / EPOCHS) ** 1.7
    order = rng.permutation(len(x_train))
    model.reset_metrics()
    for k in range(0, len(order), BATCH):
        pick = order[k:k + BATCH]
        xb = x_train[pick]
        xb = np.roll(xb, rng.integers(-2, 3, size=2), axis=(1, 2))
        logs = model.train_on_batch(xb, y_train[pick], return_dict=True)
    val = model.evaluate(x_valid, y_valid, verbose=0, return_dict=True)
    history["loss"].append(float(logs["loss"]))
    history["accuracy"].append(float(logs["accuracy"]))
    history["val_accuracy"].append(float(val["accuracy"]))
