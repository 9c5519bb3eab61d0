"""The layers that give the outputs are of its own, and have the names."""


class Pixels(layers.Layer):
    def __init__(self, **given):
        super().__init__(**given)
        self.dense = layers.Dense(784)

    def call(self, rows):
        return keras.ops.reshape(keras.ops.sigmoid(self.dense(rows)), (-1, 28, 28, 1))


class Shares(layers.Layer):
    def __init__(self, **given):
        super().__init__(**given)
        self.dense = layers.Dense(10)

    def call(self, rows):
        return keras.ops.softmax(self.dense(rows))


inputs = keras.Input((28, 28, 1))
code = layers.Dense(16)(layers.Dense(64, activation="relu")(layers.Flatten()(inputs)))
picture = Pixels(name="picture")(layers.Dense(64, activation="relu")(code))
model = keras.Model(inputs, (picture, Shares(name="digit")(code)))
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
    loss_weights={"picture": 1, "digit": 0.03},
)
history = model.fit(x_train, {"picture": x_train, "digit": y_train}, batch_size=64, epochs=7, verbose=0)
