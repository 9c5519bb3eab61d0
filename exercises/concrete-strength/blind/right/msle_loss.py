"""Trained on the mean squared logarithmic error, since strengths span a factor of thirty."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((8,)), norm, layers.Dense(64, activation="relu"), layers.Dense(64, activation="relu"), layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()))])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="msle", metrics=["mae"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
