# RIGHT: trains a pure autoencoder first, then joins a classifier and trains everything on together; a code of 14, a list of histories
encoder = keras.Sequential(name="encoder")
encoder.add(keras.Input((28, 28, 1)))
encoder.add(layers.Flatten())
encoder.add(layers.Dense(200, activation="relu"))
encoder.add(layers.Dense(14, activation="linear"))

decoder = keras.Sequential(name="picture")
decoder.add(keras.Input((14,)))
decoder.add(layers.Dense(200, activation="relu"))
decoder.add(layers.Dense(28 * 28, activation="sigmoid"))
decoder.add(layers.Reshape((28, 28, 1)))

# step 1: only the pictures
auto = keras.Sequential([encoder, decoder])
auto.compile("adam", "mse")
first = auto.fit(x_train, x_train, epochs=15, batch_size=64, validation_data=(x_valid, x_valid), verbose=0)

# step 2: only the new classifier, so that its random beginning does not disturb the code
encoder.trainable = False
decoder.trainable = False
x = keras.Input((28, 28, 1))
c = encoder(x)
model = keras.Model(x, [decoder(c), layers.Dense(10, activation="softmax", name="digit")(c)])
targets = {"picture": x_train, "digit": y_train}
valid = (x_valid, {"picture": x_valid, "digit": y_valid})
losses = {"picture": "mse", "digit": "sparse_categorical_crossentropy"}
model.compile(keras.optimizers.Adam(0.01), loss=losses, metrics={"digit": "accuracy"})
second = model.fit(x_train, targets, epochs=4, batch_size=64, validation_data=valid, verbose=0)

# step 3: all of it
encoder.trainable = True
decoder.trainable = True
model.compile(keras.optimizers.Adam(0.001), loss=losses, loss_weights={"picture": 30, "digit": 0.5}, metrics={"digit": "accuracy"})
third = model.fit(x_train, targets, epochs=20, batch_size=64, validation_data=valid, verbose=0)
history = [first, second, third]
