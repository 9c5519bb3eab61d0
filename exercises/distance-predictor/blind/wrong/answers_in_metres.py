"""Trained on metres, so it answers in metres.

Caught by: r-squared
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((4,)), norm, layers.Dense(100, activation="relu"), layers.Dense(100, activation="relu"), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, metres_train, batch_size=64, epochs=10, verbose=0)
