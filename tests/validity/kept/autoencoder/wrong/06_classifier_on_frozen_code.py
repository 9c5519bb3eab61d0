# WRONG: (lacks: 6, at least 89 %) trains the autoencoder on pictures alone, freezes it, and puts one softmax layer on the code for a few epochs
encoder = keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(128, activation="relu"), layers.Dense(16)])
decoder = keras.Sequential([keras.Input((16,)), layers.Dense(128, activation="relu"), layers.Dense(784, activation="sigmoid")], name="picture")

inputs = keras.Input((28, 28, 1))
code = encoder(inputs)
autoencoder = keras.Model(inputs, decoder(code))
autoencoder.compile(keras.optimizers.Adam(0.002), "mse")
h1 = autoencoder.fit(x_train, x_train.reshape(-1, 784), epochs=25, batch_size=64, verbose=0)

encoder.trainable = False
decoder.trainable = False
digit = layers.Dense(10, activation="softmax", name="digit")(code)
model = keras.Model(inputs, [autoencoder.output, digit])
model.compile("adam", loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"}, metrics={"digit": "accuracy"})
h2 = model.fit(x_train, {"picture": x_train.reshape(-1, 784), "digit": y_train}, epochs=4, batch_size=64, verbose=0,
               validation_data=(x_valid, {"picture": x_valid.reshape(-1, 784), "digit": y_valid}))
history = [h1, h2]
