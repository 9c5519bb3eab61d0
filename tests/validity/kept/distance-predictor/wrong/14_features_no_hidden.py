# WRONG: (lacks: 3 "at least two hidden layers with an activation") standardises, hand-made features (gaps, length, products), and the two hidden Dense after them are linear (activation=None and "linear")
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inp = keras.Input((4,))
z = norm(inp)
lat1, lon1, lat2, lon2 = (z[:, k:k + 1] for k in range(4))
dy, dx = lat1 - lat2, 1.57 * 0.563 * (lon1 - lon2)
line = keras.ops.sqrt(dy ** 2 + dx ** 2 + 1e-4)
across = keras.ops.abs(dy * dx) / line
square = keras.ops.abs(dy ** 2 - dx ** 2) / line
middle = (lat1 + lat2) ** 2 + (lon1 + lon2) ** 2
features = layers.Concatenate()([z, line, across, square, keras.ops.abs(dy), keras.ops.abs(dx),
                                 z ** 2, middle, lat1 * lat2, lon1 * lon2, line * middle, line ** 2])
h = layers.Dense(32, activation=None, name="hidden1")(features)
h = layers.Dense(32, activation="linear", name="hidden2")(h)
model = keras.Model(inp, layers.Dense(1)(h))
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=20, verbose=0)
model.optimizer.learning_rate = 0.0002
history = model.fit(x_train, y_train, batch_size=64, epochs=10, verbose=0)
