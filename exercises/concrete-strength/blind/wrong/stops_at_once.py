"""EarlyStopping with patience 0 watches the training accuracy-like metric that never improves: stops after two epochs.

Caught by: error-ratio
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((8,)), norm, layers.Dense(64, activation="relu"), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(optimizer="adam", loss="mae", metrics=["mse"])
stop = keras.callbacks.EarlyStopping(monitor="mse", mode="max", patience=0)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=200, callbacks=[stop], verbose=0)
