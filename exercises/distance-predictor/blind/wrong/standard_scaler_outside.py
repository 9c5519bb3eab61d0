"""Scales the rows with pandas first and adapts the Normalization on the scaled rows, so the layer does nothing and raw rows give nonsense.

Caught by: standardised-inputs
"""

mean, std = x_train.mean(), x_train.std()
xt = (x_train - mean) / std
xv = (x_valid - mean) / std

normalization = layers.Normalization()
normalization.adapt(xt.to_numpy())

model = keras.Sequential([
    keras.Input((4,)),
    normalization,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
history = model.fit(xt, y_train, validation_data=(xv, y_valid), batch_size=64, epochs=20, verbose=0)
print("R2:", r_squared(model.predict(xv, verbose=0)))
