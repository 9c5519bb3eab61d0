"""Softplus on the output.

Caught by: linear-output
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((4,)), norm, layers.Dense(100, activation="relu"), layers.Dense(100, activation="relu"), layers.Dense(1, activation="softplus")])
model.compile(optimizer=keras.optimizers.Adam(5e-3), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=20, verbose=0)
