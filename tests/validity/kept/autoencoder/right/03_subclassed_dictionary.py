# RIGHT: a subclassed model that answers a dictionary, with a tanh code, (tanh + 1) / 2 as output range and logits for the digit
from keras import ops


class PressedDigits(keras.Model):
    def __init__(self, size=16, hidden=160):
        super().__init__()
        self.hidden_in = layers.Dense(hidden, activation="gelu")
        self.code = layers.Dense(size, activation="tanh")
        self.hidden_out = layers.Dense(hidden, activation="gelu")
        self.paint = layers.Dense(784, activation="tanh")
        self.hidden_digit = layers.Dense(40, activation="relu")
        self.name_it = layers.Dense(10)

    def encode(self, x):
        return self.code(self.hidden_in(ops.reshape(x, (-1, 784))))

    def call(self, x):
        code = self.encode(x)
        picture = (self.paint(self.hidden_out(code)) + 1) / 2
        return {
            "picture": ops.reshape(picture, (-1, 28, 28, 1)),
            "digit": self.name_it(self.hidden_digit(code)),
        }


model = PressedDigits()
model.compile(
    optimizer=keras.optimizers.Adam(0.0015),
    loss={"picture": keras.losses.MeanSquaredError(),
          "digit": keras.losses.SparseCategoricalCrossentropy(from_logits=True)},
    loss_weights={"picture": 40, "digit": 1},
    metrics={"digit": ["accuracy"]},
)
history = model.fit(x_train, {"picture": x_train, "digit": y_train}, batch_size=50, epochs=30, verbose=0,
                    validation_data=(x_valid, {"picture": x_valid, "digit": y_valid}))
