"""Softplus on the output because a strength cannot be negative.

Caught by: linear-output
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
i = keras.Input((8,))
h = layers.Dense(64, activation="relu")(norm(i))
h = layers.Dense(64, activation="relu")(h)
o = layers.Dense(1, activation="softplus", bias_initializer=keras.initializers.Constant(y_train.mean()))(h)
model = keras.Model(i, o)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, epochs=60, batch_size=32, verbose=0, validation_data=(x_valid, y_valid))
