# RIGHT: a decoder of custom layers that use the encoder's kernels transposed (tied weights), fed by tf.data, AdamW with cosine decay
import tensorflow as tf
from keras import ops


class Transposed(layers.Layer):
    """Dense backwards: the kernel of another Dense layer, transposed, and a bias of its own."""

    def __init__(self, other, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.other = other
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        self.bias = self.add_weight(shape=(self.other.kernel.shape[0],), initializer="zeros", name="bias")

    def call(self, x):
        return self.activation(ops.matmul(x, ops.transpose(self.other.kernel)) + self.bias)


wide, narrow = layers.Dense(256, activation="relu"), layers.Dense(16)
inputs = keras.Input((28, 28, 1))
code = narrow(wide(layers.Reshape((784,))(inputs)))
picture = Transposed(wide, "sigmoid", name="picture")(Transposed(narrow, "relu")(code))
digit = layers.Dense(10, name="digit")(layers.Dense(64, activation="swish")(code))
model = keras.Model(inputs, {"picture": picture, "digit": digit})


def dataset(x, y, training):
    data = tf.data.Dataset.from_tensor_slices((x, {"picture": x.reshape(-1, 784), "digit": y}))
    if training:
        data = data.shuffle(len(x), seed=0)
    return data.batch(50).prefetch(2)


epochs = 30
schedule = keras.optimizers.schedules.CosineDecay(0.002, epochs * (len(x_train) // 50))
model.compile(keras.optimizers.AdamW(schedule, weight_decay=1e-4),
              loss={"picture": "mse", "digit": keras.losses.SparseCategoricalCrossentropy(from_logits=True)},
              loss_weights={"picture": 40.0, "digit": 1.0},
              metrics={"digit": "accuracy"})
history = model.fit(dataset(x_train, y_train, True), validation_data=dataset(x_valid, y_valid, False),
                    epochs=epochs, verbose=0)
