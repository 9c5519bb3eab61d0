# RIGHT: distillation, a student network learns the true strengths and, on rows blended from pairs, the mean answer of three teachers
X, Y = x_train.to_numpy("float32"), np.asarray(y_train, "float32")
MEAN, STD = float(Y.mean()), float(Y.std())


def make(widths, activation):
    norm = layers.Normalization()
    norm.adapt(X)
    inp = keras.Input((8,))
    h = norm(inp)
    for w in widths:
        h = layers.Dense(w, activation=activation)(h)
    out = layers.Rescaling(STD, MEAN)(layers.Dense(1)(h))
    net = keras.Model(inp, out)
    net.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mae")
    return net


teachers = [make((96, 96), activation) for activation in ("relu", "gelu", "elu")]
for teacher in teachers:
    teacher.fit(X, Y, batch_size=32, epochs=70, verbose=0)

first, second = np.random.randint(len(X), size=(2, 2 * len(X)))
share = np.random.uniform(0, 0.3, size=(2 * len(X), 1)).astype("float32")
blended = (1 - share) * X[first] + share * X[second]
opinion = np.mean([np.ravel(t.predict(blended, verbose=0)) for t in teachers], axis=0)

model = make((64, 32), "relu")
history = model.fit(np.concatenate([X, blended]), np.concatenate([Y, opinion]), batch_size=32, epochs=50,
                    validation_data=(x_valid.to_numpy("float32"), np.asarray(y_valid, "float32")), verbose=0)
