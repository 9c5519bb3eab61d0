# RIGHT: the dropout rate is chosen by cross-validation on the training rows only, then one network is fitted to all of them
X, Y = x_train.to_numpy(dtype="float32"), np.asarray(y_train, dtype="float32")


def build(rows: np.ndarray, targets: np.ndarray, rate: float) -> keras.Model:
    norm = layers.Normalization()
    norm.adapt(rows)
    inp = keras.Input((rows.shape[1],))
    h = norm(inp)
    for width in (64, 64):
        h = layers.Dense(width, activation="relu", kernel_regularizer=keras.regularizers.L2(1e-4))(h)
        h = layers.Dropout(rate)(h)
    out = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(np.median(targets))))(h)
    net = keras.Model(inp, out)
    net.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mae")
    return net


fold_of = np.random.permutation(len(X)) % 3
errors = {}
for rate in (0.1, 0.25, 0.4):
    scores = []
    for fold in range(3):
        inside, outside = fold_of != fold, fold_of == fold
        net = build(X[inside], Y[inside], rate)
        net.fit(X[inside], Y[inside], batch_size=32, epochs=25, verbose=0)
        scores.append(net.evaluate(X[outside], Y[outside], verbose=0))
    errors[rate] = float(np.mean(scores))
best_rate = min(errors, key=errors.get)
print(errors, "->", best_rate)

model = build(X, Y, best_rate)
history = model.fit(X, Y, batch_size=32, epochs=40,
                    validation_data=(x_valid.to_numpy("float32"), np.asarray(y_valid, "float32")), verbose=0)
