"""Answers the expected score of a softmax over the scores 3 to 8, so it can never leave 3..8.

Caught by: linear-output
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
scores = np.arange(3, 9, dtype="float32").reshape(-1, 1)

inputs = keras.Input((11,))
x = norm(inputs)
x = layers.Dense(64, activation="relu")(x)
x = layers.Dropout(0.2)(x)
x = layers.Dense(32, activation="relu")(x)
x = layers.Dropout(0.2)(x)
p = layers.Dense(6)(x)
p = layers.Softmax()(p)
expected = keras.ops.matmul(p, scores)
model = keras.Model(inputs, expected)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
