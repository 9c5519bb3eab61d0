"""First the pictures, then a classifier on the frozen code.

Caught by: digit-accuracy
"""

inputs = keras.Input((28, 28, 1))
code = layers.Dense(16)(layers.Dense(64, activation="relu")(layers.Flatten()(inputs)))
picture = layers.Dense(784, activation="sigmoid", name="picture")(layers.Dense(64, activation="relu")(code))
autoencoder = keras.Model(inputs, picture)
autoencoder.compile(optimizer=keras.optimizers.Adam(0.005), loss="mse")
first = autoencoder.fit(x_train, x_train.reshape(-1, 784), batch_size=64, epochs=5, verbose=0)
autoencoder.trainable = False
digit = layers.Dense(10, activation="softmax", name="digit")(code)
classifier = keras.Model(inputs, digit)
classifier.compile(optimizer=keras.optimizers.Adam(0.005), loss="sparse_categorical_crossentropy")
then = classifier.fit(x_train, y_train, batch_size=64, epochs=3, verbose=0)
model = keras.Model(inputs, [picture, digit])
history = [first, then]
