"""Three small members, each trained on its own bootstrap, averaged behind one shared preprocessing model; the whole is compiled and fitted a little at the end."""

pre = keras.Sequential([keras.Input((4,)), layers.Normalization()], name="preprocess")
pre.layers[-1].adapt(x_train.to_numpy())
z_train = pre.predict(x_train, verbose=0)


def member(seed):
    keras.utils.set_random_seed(seed)
    m = keras.Sequential([
        keras.Input((4,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(64, activation="elu"),
        layers.Dense(1),
    ], name=f"member_{seed}")
    m.compile(keras.optimizers.Adam(0.004), "mse")
    pick = np.random.default_rng(seed).integers(0, len(z_train), len(z_train))
    m.fit(z_train[pick], y_train.to_numpy()[pick], epochs=15, batch_size=64, verbose=0)
    return m


members = [member(s) for s in (11, 22, 33)]
raw = keras.Input((4,), name="raw_degrees")
z = pre(raw)
model = keras.Model(raw, layers.Average()([m(z) for m in members]), name="committee")
model.compile(keras.optimizers.Adam(0.0005), "mse")
history = model.fit(x_train, y_train, epochs=5, batch_size=64, verbose=0)
