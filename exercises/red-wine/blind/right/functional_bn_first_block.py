"""Functional; one batch norm, between the first Dense and its activation, hence before any dropout; squared-error loss."""

norm = layers.Normalization(axis=-1, name="standardise")
norm.adapt(x_train.to_numpy())

inp = keras.Input((11,), name="measurements")
h = norm(inp)
h = layers.Dense(96, use_bias=False)(h)
h = layers.BatchNormalization()(h)
h = layers.Activation("relu")(h)
h = layers.Dropout(0.3)(h)
h = layers.Dense(32)(h)
h = layers.Activation("relu")(h)
h = layers.Dropout(0.2)(h)
out = layers.Dense(1, name="score", bias_initializer=keras.initializers.Constant(5.6))(h)
model = keras.Model(inp, out)

model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="mse", metrics=["mae"])
history = model.fit(x_train, y_train, epochs=40, batch_size=32,
                    validation_data=(x_valid, y_valid), verbose=0)
print(history.history["val_mae"][-1])
