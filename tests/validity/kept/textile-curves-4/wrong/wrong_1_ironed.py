# WRONG: the curve is ironed, not the training: the dictionary holds a running mean of the validation accuracy of a network that jumps
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
    layers.BatchNormalization(),
    layers.Conv2D(64, 3, strides=2, padding="same", activation="relu"),
    layers.BatchNormalization(),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(1e-2), loss="sparse_categorical_crossentropy", metrics=["accuracy"])

history = {"loss": [], "accuracy": [], "val_accuracy": []}
smooth = None
best, best_weights = 0.0, None
for epoch in range(30):
    order = np.random.permutation(len(x_train))
    for i in range(0, len(order), 16):
        part = order[i:i + 16]
        model.train_on_batch(x_train[part], y_train[part])
    loss, acc = model.evaluate(x_train, y_train, verbose=0)
    _, val_acc = model.evaluate(x_valid, y_valid, verbose=0)
    if val_acc > best:
        best, best_weights = val_acc, model.get_weights()
    smooth = best if smooth is None else 0.7 * smooth + 0.3 * best
    history["loss"].append(loss)
    history["accuracy"].append(acc)
    history["val_accuracy"].append(smooth)
model.set_weights(best_weights)
