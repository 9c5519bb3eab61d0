# WRONG: (lacks: 3, two hidden layers with an activation) the second hidden layer's LeakyReLU has slope 1 and is the identity
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
slope = 1.0
model = keras.Sequential()
model.add(keras.Input((8,)))
model.add(norm)
model.add(layers.Dense(128, activation="relu"))
model.add(layers.Dense(64))
model.add(layers.LeakyReLU(negative_slope=slope))
model.add(layers.Dense(1))
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
history = model.fit(x_train, y_train, epochs=80, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
