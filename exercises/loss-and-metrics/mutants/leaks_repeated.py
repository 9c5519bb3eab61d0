"""Rows with leaks are repeated until both classes are equally frequent.

Caught by: honest-probabilities
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
times = np.where(y_train == 1, round(float(1 / y_train.mean())), 1)
model = keras.Sequential([keras.Input((5,)), normalization, layers.Dense(16, "relu"), layers.Dense(1, "sigmoid")])
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(np.repeat(x_train.to_numpy(), times, axis=0), np.repeat(y_train, times), epochs=5, verbose=0)
