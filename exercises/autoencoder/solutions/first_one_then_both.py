"""The pictures first, then both outputs together; a third output shows the code."""

inputs = keras.Input((28, 28, 1))
code = layers.Dense(16, name="code")(layers.Dense(64, activation="relu")(layers.Flatten()(inputs)))
picture = layers.Dense(784, activation="sigmoid", name="picture")(layers.Dense(64, activation="relu")(code))
flat_train = x_train.reshape(-1, 784)
autoencoder = keras.Model(inputs, picture)
autoencoder.compile(optimizer=keras.optimizers.Adam(0.005), loss="mse")
first = autoencoder.fit(x_train, flat_train, batch_size=64, epochs=3, verbose=0)
digit = layers.Dense(10, activation="softmax", name="digit")(code)
both = keras.Model(inputs, {"picture": picture, "digit": digit})
both.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
    loss_weights={"picture": 1, "digit": 0.03},
)
then = both.fit(x_train, {"picture": flat_train, "digit": y_train}, batch_size=64, epochs=4, verbose=0)
model = keras.Model(inputs, {"picture": picture, "digit": digit, "code": code})
history = [first, then]
