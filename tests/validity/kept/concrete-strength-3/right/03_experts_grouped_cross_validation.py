# RIGHT: a small mixture of experts (softmax gate), number of epochs from a cross-validation grouped by mixture, then a refit on all rows
X, Y = x_train.to_numpy().astype("float32"), y_train.to_numpy().astype("float32")
groups = x_train.drop(columns="age").apply(tuple, axis=1).factorize()[0]


def build(rows, strengths):
    i = keras.Input((8,))
    z = layers.Normalization(mean=rows.mean(0), variance=rows.var(0))(i)
    h = layers.Dense(64, activation="relu")(z)
    gate = layers.Dense(3, activation="softmax")(z)
    experts = keras.ops.stack([layers.Dense(32, activation="relu")(h) for _ in range(3)], axis=1)
    mixed = keras.ops.einsum("nk,nku->nu", gate, experts)
    o = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(strengths.mean())))(mixed)
    net = keras.Model(i, o)
    net.compile(optimizer=keras.optimizers.Adam(5e-3), loss="mae")
    return net


curves = []
for fold in range(3):
    held = groups % 3 == fold
    net = build(X[~held], Y[~held])
    h = net.fit(X[~held], Y[~held], validation_data=(X[held], Y[held]), epochs=60, batch_size=32, verbose=0)
    curves.append(h.history["val_loss"])
curve = np.convolve(np.mean(curves, axis=0), np.ones(5) / 5, mode="same")
best = int(np.argmin(curve[25:58])) + 26
print(f"refit with {best} epochs; cross-validated {curve[best - 1]:.2f} MPa")

model = build(X, Y)
history = model.fit(X, Y, epochs=best, batch_size=32, verbose=0, validation_data=(x_valid, y_valid))
