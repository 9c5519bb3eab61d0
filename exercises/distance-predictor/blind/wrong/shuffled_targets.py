"""The targets were sorted, the rows were not: it answers the mean.

Caught by: r-squared
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((4,)), norm, layers.Dense(100, activation="relu"), layers.Dense(100, activation="relu"), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train.to_numpy(), np.sort(y_train.to_numpy()), batch_size=64, epochs=10, verbose=0)
