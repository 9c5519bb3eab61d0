"""Model without an Input layer, validation_split instead of the given validation rows, SGD with momentum."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    norm,
    layers.Dense(64, activation="tanh"), layers.Dropout(0.1),
    layers.Dense(32, activation="tanh"), layers.Dropout(0.1),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.SGD(0.01, momentum=0.9, nesterov=True), loss="mse", metrics=["mae"])
history = model.fit(x_train.to_numpy(), y_train.to_numpy(), validation_split=0.15, batch_size=32, epochs=40, verbose=0)
