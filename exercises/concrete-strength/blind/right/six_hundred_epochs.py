"""Large batches, small steps, 600 epochs (a few seconds), as many tutorials do on small tables."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((8,)), norm, layers.Dense(32, activation="relu"), layers.Dense(32, activation="relu"), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=128, epochs=600, verbose=0)
