# WRONG: (lacks 2: drop units) GaussianDropout multiplies with noise around 1 but drops no unit
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((5,)), norm,
    layers.Dense(128, activation="relu"), layers.GaussianDropout(0.15),
    layers.Dense(64, activation="relu"), layers.GaussianDropout(0.15),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(2e-3), "binary_crossentropy")
history = model.fit(x_train, y_train, epochs=30, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
