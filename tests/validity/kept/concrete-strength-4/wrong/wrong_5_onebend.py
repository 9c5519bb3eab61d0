# WRONG: only the first hidden layer has an activation, the second and third are linear: one hidden layer where two are asked for
scaler = layers.Normalization()
scaler.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    scaler,
    layers.Dense(128, activation="relu", name="hidden_1"),
    layers.Dense(64, name="hidden_2"),
    layers.Dense(32, name="hidden_3"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer=keras.optimizers.Adam(5e-3), loss="mae")
history = model.fit(x_train, y_train, epochs=100, batch_size=32,
                    validation_data=(x_valid, y_valid), verbose=0)
