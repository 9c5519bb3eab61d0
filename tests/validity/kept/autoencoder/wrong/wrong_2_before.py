# WRONG: the digit is read from the hidden layer in front of the code, so the code was never asked which digit it holds
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = layers.Flatten()
        self.hidden = layers.Dense(128, activation="relu")
        self.code = layers.Dense(16)
        self.decoder = keras.Sequential([layers.Dense(128, activation="relu"), layers.Dense(784, activation="sigmoid")])
        self.classifier = layers.Dense(10, activation="softmax")

    def call(self, x):
        features = self.hidden(self.flatten(x))
        code = self.code(features)
        return {"picture": self.decoder(code), "digit": self.classifier(features)}


model = Net()
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
    loss_weights={"picture": 20.0, "digit": 1.0},
    metrics={"digit": "accuracy"},
)
history = model.fit(
    x_train, {"picture": x_train.reshape(-1, 784), "digit": y_train},
    validation_data=(x_valid, {"picture": x_valid.reshape(-1, 784), "digit": y_valid}),
    batch_size=64, epochs=30, verbose=0,
)
