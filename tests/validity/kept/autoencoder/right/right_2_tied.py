# RIGHT: a subclassed model with tied weights (the decoder multiplies by the encoder's transposed matrices), keras.ops, logits, flat pictures and a dictionary as answer
from keras import ops


class TiedAutoencoder(keras.Model):
    """784 - hidden - code and back with the same two matrices; a small classifier sits on the code."""

    def __init__(self, hidden=192, code=16, **kwargs):
        super().__init__(**kwargs)
        self.hidden = hidden
        self.code = code
        self.classifier = keras.Sequential([layers.Dense(64, activation="gelu"), layers.Dense(10)], name="classifier")

    def build(self, input_shape):
        pixels = int(np.prod(input_shape[1:]))
        self.pixels = pixels
        self.w1 = self.add_weight(shape=(pixels, self.hidden), initializer="he_normal", name="w1")
        self.b1 = self.add_weight(shape=(self.hidden,), initializer="zeros", name="b1")
        self.w2 = self.add_weight(shape=(self.hidden, self.code), initializer="glorot_uniform", name="w2")
        self.b2 = self.add_weight(shape=(self.code,), initializer="zeros", name="b2")
        self.b3 = self.add_weight(shape=(self.hidden,), initializer="zeros", name="b3")
        self.b4 = self.add_weight(shape=(pixels,), initializer="zeros", name="b4")
        self.classifier.build((None, self.code))
        self.built = True

    def encode(self, x):
        flat = ops.reshape(x, (-1, self.pixels))
        h = ops.gelu(ops.matmul(flat, self.w1) + self.b1)
        return ops.matmul(h, self.w2) + self.b2

    def decode(self, z):
        h = ops.gelu(ops.matmul(z, ops.transpose(self.w2)) + self.b3)
        return ops.sigmoid(ops.matmul(h, ops.transpose(self.w1)) + self.b4)

    def call(self, x):
        z = self.encode(x)
        return {"picture": self.decode(z), "digit": self.classifier(z)}

    def get_config(self):
        return {**super().get_config(), "hidden": self.hidden, "code": self.code}


def targets(x, y):
    return {"picture": x.reshape(len(x), -1), "digit": y}


model = TiedAutoencoder()
model.build((None, 28, 28, 1))
model.compile(
    optimizer=keras.optimizers.Nadam(0.002),
    loss={
        "picture": keras.losses.BinaryCrossentropy(),
        "digit": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    },
    loss_weights={"picture": 10.0, "digit": 0.5},
    metrics={
        "picture": [keras.metrics.MeanSquaredError(name="mse")],
        "digit": [keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    },
)
history = model.fit(
    x_train,
    targets(x_train, y_train),
    validation_data=(x_valid, targets(x_valid, y_valid)),
    batch_size=50,
    epochs=35,
    callbacks=[keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=4)],
    verbose=0,
)
