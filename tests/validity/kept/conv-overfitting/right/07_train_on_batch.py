# RIGHT: own loop with train_on_batch on pictures turned and shifted by NumPy/SciPy in every epoch; a History object is filled by hand.
from scipy.ndimage import rotate, shift, zoom as nd_zoom


def change(batch):
    out = np.empty_like(batch)
    for i, img in enumerate(batch[..., 0]):
        img = rotate(img, np.random.uniform(-15, 15), reshape=False, order=1)
        img = shift(img, np.random.uniform(-1.1, 1.1, 2), order=1)
        out[i, ..., 0] = img
    return np.clip(out, 0, 1)


def make():
    i = layers.Input((14, 14, 1))
    a = layers.Conv2D(32, 3, padding="same", activation="relu")(i)
    a = layers.BatchNormalization(momentum=0.95)(a)
    a = layers.MaxPooling2D()(a)
    a = layers.SpatialDropout2D(0.1)(a)
    a = layers.SeparableConv2D(48, 3, padding="same", activation="relu")(a)
    a = layers.BatchNormalization(momentum=0.95)(a)
    a = layers.Conv2D(24, 3, padding="same", activation="relu")(a)
    a = layers.MaxPooling2D()(a)
    a = layers.Flatten()(a)
    a = layers.Dropout(0.3)(a)
    return keras.Model(i, layers.Dense(10, activation="softmax")(a))


model = make()
print(model.count_params())
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])

history = keras.callbacks.History()
history.set_model(model)
history.on_train_begin()
X, Y = np.asarray(x_train, "float32"), np.asarray(y_train)
for epoch in range(150):
    if epoch in (90, 125):
        model.optimizer.learning_rate = float(model.optimizer.learning_rate) / 3
    order = np.random.permutation(len(X))
    for b in np.split(order, 10):
        logs = model.train_on_batch(change(X[b]), Y[b], return_dict=True)
    val = model.evaluate(x_valid, y_valid, batch_size=500, verbose=0, return_dict=True)
    history.on_epoch_end(epoch, {"loss": float(logs["loss"]), "accuracy": float(logs["accuracy"]),
                                 "val_loss": float(val["loss"]), "val_accuracy": float(val["accuracy"])})
    if epoch % 25 == 24:
        print(epoch + 1, history.history["val_accuracy"][-1])
