"""The model takes the raw 8 numbers and computes log(1+age) itself with keras.ops before it standardises all of them."""

raw = keras.Input(shape=(8,))
ingredients = raw[:, :7]
log_age = keras.ops.log1p(raw[:, 7:8])
features = layers.Concatenate()([ingredients, log_age])

scaled = layers.Normalization(name="standardise")
table = np.column_stack([x_train.to_numpy()[:, :7], np.log1p(x_train.to_numpy()[:, 7])])
scaled.adapt(table.astype("float32"))

y = scaled(features)
y = layers.Dense(64, activation="selu", kernel_initializer="lecun_normal")(y)
y = layers.Dense(64, activation="selu", kernel_initializer="lecun_normal")(y)
y = layers.Dense(1, kernel_regularizer=keras.regularizers.L2(1e-3))(y)
model = keras.Model(raw, y)
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="log_cosh")
history = model.fit(x_train, y_train, epochs=60, batch_size=32, verbose=0, validation_data=(x_valid, y_valid))
pd.DataFrame(history.history).plot(title="log-cosh")
