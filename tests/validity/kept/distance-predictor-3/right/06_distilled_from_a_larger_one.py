# RIGHT: a larger teacher answers recombined pairs of known points; a small student learns from these answers, then from the true ways
def net(*widths):
    n = layers.Normalization()
    n.adapt(x_train.to_numpy())
    m = keras.Sequential([keras.Input((4,)), n])
    for w in widths:
        m.add(layers.Dense(w, activation="swish"))
    m.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(float(np.mean(y_train)))))
    return m


def go(m, x, y, lr, epochs, **kw):
    m.compile(optimizer=keras.optimizers.Adam(lr), loss="mse")
    return m.fit(x, y, epochs=epochs, batch_size=64, verbose=0, **kw)


teacher = net(128, 128, 64)
go(teacher, x_train, y_train, 2e-3, 35)
go(teacher, x_train, y_train, 3e-4, 15)

real = x_train.to_numpy().astype("float32")
names = list(x_train.columns)
second = [names.index("lat2"), names.index("lon2")]
made = real[np.random.default_rng(2).integers(len(real), size=4000)].copy()
made[:, second] = made[np.random.default_rng(3).permutation(len(made))][:, second]
told = teacher.predict(made, verbose=0, batch_size=512).ravel()
x_both = np.concatenate([real, made])
y_both = np.concatenate([np.asarray(y_train, dtype="float32"), told])

model = net(64, 48)
go(model, x_both, y_both, 4e-3, 25)
history = go(model, x_both, y_both, 1e-3, 15, validation_data=(x_valid, y_valid))
history = go(model, x_train, y_train, 2e-4, 10, validation_data=(x_valid, y_valid))
del teacher
