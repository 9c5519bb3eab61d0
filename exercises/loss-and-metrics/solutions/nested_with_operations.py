"""A scaler and a classifier inside a model; the sigmoid is an operation."""

middle, unit = x_train.mean().to_numpy(), x_train.std().to_numpy()
scaler = keras.Sequential([keras.Input((5,)), layers.Normalization(mean=middle, variance=unit**2)])
body_in = keras.Input((5,))
body = keras.Model(body_in, layers.Dense(1)(layers.Dense(48, activation="tanh")(layers.Dense(24, "relu")(body_in))))
raw = keras.Input((5,))
model = keras.Model(raw, keras.ops.sigmoid(body(scaler(raw))))
model.compile(keras.optimizers.Adam(0.004), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
