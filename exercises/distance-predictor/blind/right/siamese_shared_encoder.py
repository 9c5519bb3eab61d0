"""The row is reshaped to two points, one Normalization(axis=-1) over (lat, lon) is shared by both, a shared encoder sees each point, |difference| and product feed the head."""

points = x_train.to_numpy().reshape(-1, 2, 2)  # (row, point, [lat, lon])

row = keras.Input((4,), name="degrees")
two = layers.Reshape((2, 2))(row)
standard = layers.Normalization(axis=-1, name="standard")
standard.adapt(points)
two = standard(two)
a, b = two[:, 0], two[:, 1]

encoder = keras.Sequential([
    keras.Input((2,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(32, activation="relu"),
], name="encoder")
ea, eb = encoder(a), encoder(b)

gap = keras.ops.abs(a - b)
both = layers.Concatenate()([gap, keras.ops.abs(ea - eb), ea + eb])
h = layers.Dense(64, activation="relu")(both)
h = layers.Dense(32, activation="relu")(h)
km = layers.Dense(1, name="km")(h)

model = keras.Model(row, km, name="siamese")
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=25, verbose=0,
                    callbacks=[keras.callbacks.ReduceLROnPlateau(patience=4, factor=0.4)])
