# RIGHT: network works in units of one standard deviation, a Rescaling layer at the end turns the answer back into MPa (linear, unbounded)
to_z = layers.Normalization()
to_z.adapt(x_train.to_numpy())
model = keras.Sequential([
    layers.Input((8,)),
    to_z,
    layers.Dense(64, activation="tanh"),
    layers.Dense(64, activation="tanh"),
    layers.Dense(1),
    layers.Rescaling(scale=float(y_train.std()), offset=float(y_train.mean())),
])
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, epochs=80, batch_size=32, verbose=0)
