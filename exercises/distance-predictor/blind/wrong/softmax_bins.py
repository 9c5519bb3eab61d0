"""A softmax over 61 distance bins whose expected value is the answer: can never leave 0..60 km.

Caught by: linear-output
"""

BINS = np.arange(0, 61, dtype="float32").reshape(-1, 1)

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inp = keras.Input((4,))
h = norm(inp)
h = layers.Dense(64, activation="relu")(h)
h = layers.Dense(64, activation="relu")(h)
p = layers.Dense(61, activation="softmax", name="bins")(h)
expected = layers.Dense(1, use_bias=False, trainable=False, name="expected_km")
km = expected(p)
expected.set_weights([BINS])

model = keras.Model(inp, km)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=25, verbose=0, validation_data=(x_valid, y_valid))
