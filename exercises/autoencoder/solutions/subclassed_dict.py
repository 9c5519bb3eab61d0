"""A model of its own that answers with a dictionary; the layers have other names."""


class TwoAnswers(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = layers.Flatten()
        self.narrow = layers.Dense(64, activation="relu")
        self.code = layers.Dense(12)
        self.wide = layers.Dense(64, activation="relu")
        self.pixels = layers.Dense(784, activation="sigmoid")
        self.shape = layers.Reshape((28, 28))
        self.classes = layers.Dense(10, activation="softmax")

    def call(self, rows):
        code = self.code(self.narrow(self.flatten(rows)))
        return {"digit": self.classes(code), "picture": self.shape(self.pixels(self.wide(code)))}


model = TwoAnswers()
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
    loss_weights={"picture": 1, "digit": 0.03},
)
history = model.fit(x_train, {"picture": x_train[..., 0], "digit": y_train}, batch_size=64, epochs=7, verbose=0)
