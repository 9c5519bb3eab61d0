"""Trained well, then weights of a network that was saved before training are loaded.

Caught by: r-squared
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((4,)), norm, layers.Dense(100, activation="relu"), layers.Dense(100, activation="relu"), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.save_weights("start.weights.h5")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=128, epochs=20, verbose=0)
model.load_weights("start.weights.h5")
