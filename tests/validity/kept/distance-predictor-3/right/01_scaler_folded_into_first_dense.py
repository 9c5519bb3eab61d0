# RIGHT: trained with a Normalization in front, which afterwards is folded into the first dense layer's weights (same function, raw degrees)
mu = x_train.mean().to_numpy().astype("float64")
sd = x_train.std(ddof=0).to_numpy().astype("float64")


def stack(*before):
    return keras.Sequential([
        keras.Input((4,)),
        *before,
        layers.Dense(64, activation="silu", name="one"),
        layers.Dense(64, activation="silu", name="two"),
        layers.Dense(1, name="km", bias_initializer=keras.initializers.Constant(float(np.mean(y_train)))),
    ])


net = stack(layers.Normalization(mean=mu, variance=sd ** 2))
net.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mse")


def rate(epoch):
    return 3e-3 * (1 - epoch / 70) + 2e-5


history = net.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=70, batch_size=64, verbose=0,
                  callbacks=[keras.callbacks.LearningRateScheduler(rate)])

# deployment: no scaler, its arithmetic goes into the first layer   (x - mu) / sd @ W + b
model = stack()
W, b = [w.astype("float64") for w in net.get_layer("one").get_weights()]
model.get_layer("one").set_weights([W / sd[:, None], b - (mu / sd) @ W])
for name in ("two", "km"):
    model.get_layer(name).set_weights(net.get_layer(name).get_weights())
model.compile(loss="mse")
print("largest difference (km):", np.abs(model.predict(x_valid, verbose=0) - net.predict(x_valid, verbose=0)).max())
