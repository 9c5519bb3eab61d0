"""Trains a core network on a standardised target, then hands in a bigger model that nests it and turns its answer back to km with Rescaling."""

y_mean, y_std = float(y_train.mean()), float(y_train.std())
y_scaled = (y_train - y_mean) / y_std

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
core = keras.Sequential([
    keras.Input((4,)),
    norm,
    layers.Dense(64, activation="swish"),
    layers.Dense(64, activation="swish"),
    layers.Dense(1),
], name="core")
core.compile(optimizer="adam", loss="mse")
core.optimizer.learning_rate.assign(0.004)
history = core.fit(x_train, y_scaled, batch_size=50, epochs=25, verbose=0)
core.optimizer.learning_rate.assign(0.0005)
more = core.fit(x_train, y_scaled, batch_size=50, epochs=8, verbose=0)

# back to kilometres inside the model
model = keras.Sequential([
    keras.Input((4,)),
    core,
    layers.Rescaling(scale=y_std, offset=y_mean, name="to_km"),
])
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
print(model.evaluate(x_valid, y_valid, verbose=0))
