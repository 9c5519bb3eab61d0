"""Takes the raw degrees, standardises, then feeds the differences (cut out by slicing) to the hidden layers as well."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((4,))
n = norm(inputs)
h = layers.Concatenate()([n, n[:, :2] - n[:, 2:]])
h = layers.Dense(64, activation="relu")(h)
h = layers.Dense(64, activation="relu")(h)
model = keras.Model(inputs, layers.Dense(1)(h))
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=25, verbose=0)
