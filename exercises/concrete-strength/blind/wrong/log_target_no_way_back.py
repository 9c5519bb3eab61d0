"""Trained on the logarithm of the strength, answers logarithms.

Caught by: error-ratio
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((8,)), norm, layers.Dense(64, activation="relu"), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, np.log(y_train), batch_size=32, epochs=20, verbose=0)
