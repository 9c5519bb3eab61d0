# WRONG: a formula fitted by least squares (north, east, straight line) gives the answer; the network beside it is multiplied by a frozen zero
from keras import ops

i = {c: list(x_train.columns).index(c) for c in x_train.columns}


def ways(d):
    north = 111.2 * ops.abs(d[:, i["lat1"]] - d[:, i["lat2"]])
    east = 62.6 * ops.abs(d[:, i["lon1"]] - d[:, i["lon2"]])
    crow = ops.sqrt(north**2 + east**2 + 1e-9)
    return ops.stack([north, east, crow, ops.ones_like(crow)], axis=1)


table = ops.convert_to_numpy(ways(ops.convert_to_tensor(x_train.to_numpy("float32"))))
weights, *_ = np.linalg.lstsq(table, np.asarray(y_train), rcond=None)

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((4,))
hidden = layers.Dense(64, activation="relu")(norm(inputs))
hidden = layers.Dense(64, activation="relu")(hidden)
gate = layers.Dense(1, use_bias=False, kernel_initializer="zeros", trainable=False)(hidden)
formula = layers.Dense(1, use_bias=False, trainable=False)
answer = formula(ways(inputs))
formula.set_weights([weights[:, None]])
model = keras.Model(inputs, layers.Add()([answer, gate]))
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=3, validation_data=(x_valid, y_valid), verbose=0)
