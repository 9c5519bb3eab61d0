# RIGHT: chooses the number of epochs by a 3-fold cross-validation written by hand, then trains once more on all training rows
X = x_train.to_numpy(dtype="float32")
Y = y_train.to_numpy(dtype="float32")


def build(rows):
    norm = keras.layers.Normalization()
    norm.adapt(rows)
    i = keras.Input(shape=(11,))
    t = norm(i)
    t = keras.layers.Dropout(0.2)(keras.layers.Dense(64, activation="relu")(t))
    t = keras.layers.Dropout(0.2)(keras.layers.Dense(32, activation="relu")(t))
    m = keras.Model(i, keras.layers.Dense(1, bias_initializer=keras.initializers.Constant(float(Y.mean())))(t))
    m.compile(optimizer=keras.optimizers.Adam(0.002), loss="mae")
    return m


folds = np.array_split(np.random.default_rng(7).permutation(len(X)), 3)
curves = []
for k, out in enumerate(folds):
    keep = np.concatenate([f for j, f in enumerate(folds) if j != k])
    fold_model = build(X[keep])
    curves.append(fold_model.fit(X[keep], Y[keep], epochs=50, batch_size=32, validation_data=(X[out], Y[out]), verbose=0).history["val_loss"])
mean_curve = np.mean(curves, axis=0)
n_epochs = max(20, int(np.argmin(mean_curve)) + 1)
print("best number of epochs:", n_epochs, "with", mean_curve.min().round(3))

model = build(X)
history = model.fit(X, Y, epochs=n_epochs, batch_size=32, validation_data=(x_valid.to_numpy("float32"), y_valid.to_numpy("float32")), verbose=0)
