"""Standardises with plain operators and NumPy constants on the symbolic input, and adds the standardised gaps and their length as features before the hidden layers."""

MEAN = x_train.mean().to_numpy().astype("float32")
STD = x_train.std().to_numpy().astype("float32")

inp = keras.Input(shape=(4,))
z = (inp - MEAN) / STD
dlat = z[:, 0:1] - z[:, 2:3]
dlon = z[:, 1:2] - z[:, 3:4]
length = keras.ops.sqrt(dlat ** 2 + (0.88 * dlon) ** 2 + 1e-6)
x = keras.ops.concatenate([z, dlat, dlon, length], axis=-1)
x = layers.Dense(50, activation="relu")(x)
x = layers.Dense(50, activation="relu")(x)
x = layers.Dense(50, activation="relu")(x)
out = layers.Dense(1)(x)
model = keras.Model(inp, out)

model.compile("adam", "mse")
history = model.fit(x_train, y_train, epochs=30, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
