"""The two points pass the same encoder (reshape to two steps, TimeDistributed), then come together."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((4,)), norm, layers.Reshape((2, 2)),
    layers.TimeDistributed(layers.Dense(64, activation="relu")), layers.Flatten(),
    layers.Dense(96, activation="relu"), layers.Dense(96, activation="relu"), layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(5e-3, 25 * 79)), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=25, verbose=0)
