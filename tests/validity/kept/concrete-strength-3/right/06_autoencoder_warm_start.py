# RIGHT: the two hidden layers start as the encoder of an autoencoder of the same rows; head alone first, then everything
mean, var = x_train.mean().to_numpy(), x_train.var(ddof=0).to_numpy()
z_train = (x_train.to_numpy() - mean) / np.sqrt(var)

encoder = keras.Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
], name="encoder")

a = keras.Input((8,))
standard = layers.Normalization(mean=mean, variance=var)
code = encoder(standard(a))
auto = keras.Model(a, layers.Dense(8)(code))
auto.compile("adam", "mse")
auto.fit(x_train, z_train, epochs=15, batch_size=32, verbose=0)

answer = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean())))(code)
model = keras.Model(a, answer)

encoder.trainable = False
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
model.fit(x_train, y_train, epochs=5, batch_size=32, verbose=0)

encoder.trainable = True
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=60, batch_size=32, verbose=0)
del auto
