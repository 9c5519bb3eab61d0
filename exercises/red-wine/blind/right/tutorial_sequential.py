"""The plain Keras-tutorial Sequential, with the output's bias started at the mean score."""

normalizer = layers.Normalization()
normalizer.adapt(x_train.to_numpy())

model = keras.Sequential([
    keras.Input(shape=(11,)),
    normalizer,
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.summary()
model.compile(optimizer="adam", loss="mean_absolute_error")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid),
                    epochs=40, batch_size=32, verbose=0)
