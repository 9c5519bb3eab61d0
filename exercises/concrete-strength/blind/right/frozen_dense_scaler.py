"""Standardises with a frozen linear Dense layer whose weights are a diagonal of 1/std and -mean/std; then three more dense layers."""

m = x_train.to_numpy().mean(axis=0)
s = x_train.to_numpy().std(axis=0)

scaler = layers.Dense(8, trainable=False, name="scaler")
model = keras.Sequential([
    keras.Input(shape=(8,)),
    scaler,
    layers.Dense(80, activation="relu"),
    layers.Dense(40, activation="relu"),
    layers.Dense(1),
])
scaler.set_weights([np.diag(1 / s), -m / s])
print("scaled mean:", scaler(x_train.to_numpy().astype("float32")).numpy().mean(axis=0).round(3))

model.compile(loss="mae", optimizer=keras.optimizers.Nadam(0.008))
history = model.fit(x_train, y_train, epochs=70, batch_size=24, verbose=0)
