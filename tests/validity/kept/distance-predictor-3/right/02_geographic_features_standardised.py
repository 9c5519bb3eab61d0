# RIGHT: kilometres north, east and as the crow flies are computed inside by ops, then all columns are standardised with given statistics
from keras import ops

where = {name: k for k, name in enumerate(x_train.columns)}
A, O, A2, O2 = (where[n] for n in ("lat1", "lon1", "lat2", "lon2"))
KM = 111.2
SHRINK = float(np.cos(np.radians(55.75)))


def features(degrees, lib):
    """the same formulas for numpy and for keras"""
    north = (degrees[:, A:A + 1] - degrees[:, A2:A2 + 1]) * KM
    east = (degrees[:, O:O + 1] - degrees[:, O2:O2 + 1]) * (KM * SHRINK)
    crow = lib.sqrt(north * north + east * east + 1e-6)
    return [degrees, north, east, lib.abs(north) + lib.abs(east), crow]


columns = np.concatenate(features(x_train.to_numpy().astype("float64"), np), axis=1)

degrees = keras.Input((4,))
f = layers.Concatenate()(features(degrees, ops))
f = layers.Normalization(mean=columns.mean(axis=0), variance=columns.var(axis=0))(f)
h = layers.Dense(64, activation="relu")(f)
h = layers.Dense(32, activation="relu")(h)
km = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(np.mean(y_train))))(h)
model = keras.Model(degrees, km)
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=50, batch_size=64, verbose=0,
                    callbacks=[keras.callbacks.ReduceLROnPlateau(monitor="loss", patience=4, factor=0.5)])
