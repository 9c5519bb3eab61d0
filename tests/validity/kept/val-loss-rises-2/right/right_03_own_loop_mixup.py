# RIGHT: a subclassed model with an own shifting layer in keras.ops, an own GradientTape loop with mixup, and a return to the best epoch.
import tensorflow as tf
from keras import ops


class RandomShift(layers.Layer):
    """Moves each picture by whole pixels, with zeros behind it; only in training."""

    def __init__(self, reach=1, **kwargs):
        super().__init__(**kwargs)
        self.reach = reach
        self.dice = keras.random.SeedGenerator()

    def shift_matrix(self, count, size):
        step = keras.random.randint((count, 1), -self.reach, self.reach + 1, seed=self.dice)
        return ops.one_hot(ops.expand_dims(ops.arange(size), 0) + step, size)

    def call(self, pictures, training=False):
        if not training:
            return pictures
        count, size = ops.shape(pictures)[0], pictures.shape[1]
        moved = ops.einsum("bij,bjkc->bikc", self.shift_matrix(count, size), pictures)
        return ops.einsum("blk,bikc->bilc", self.shift_matrix(count, size), moved)


class DigitNet(keras.Model):
    def __init__(self, width=32, rate=0.35, **kwargs):
        super().__init__(**kwargs)
        self.shift = RandomShift()
        self.convs = [layers.Conv2D(width * k, 3, padding="same", activation="relu") for k in (1, 1, 2)]
        self.pool = layers.MaxPooling2D()
        self.flat = layers.Flatten()
        self.hidden = layers.Dense(96, activation="relu")
        self.drop = layers.Dropout(rate)
        self.logits = layers.Dense(10)

    def call(self, x, training=False):
        x = self.shift(x, training=training)
        x = self.convs[0](x)
        x = self.pool(self.convs[1](x))
        x = self.pool(self.convs[2](x))
        x = self.drop(self.hidden(self.flat(x)), training=training)
        return self.logits(x)


EPOCHS, BATCH, ALPHA = 60, 25, 0.2
model = DigitNet()
model(np.zeros((1, 14, 14, 1), "float32"))
model.compile(
    optimizer=keras.optimizers.Adam(2e-3),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
optimizer = model.optimizer
optimizer.build(model.trainable_variables)
soft_loss = keras.losses.CategoricalCrossentropy(from_logits=True)
mean_loss = keras.metrics.Mean()
right = keras.metrics.CategoricalAccuracy()


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        logits = model(x, training=True)
        value = soft_loss(y, logits)
    gradients = tape.gradient(value, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    mean_loss.update_state(value)
    right.update_state(y, logits)


history = keras.callbacks.History()
history.set_model(model)
history.on_train_begin()
one_hot = np.eye(10, dtype="float32")[np.asarray(y_train).reshape(-1)]
pictures = np.asarray(x_train, dtype="float32")
best_loss, best_weights = np.inf, None

for epoch in range(EPOCHS):
    optimizer.learning_rate = 2e-3 * (1 - 0.9 * epoch / EPOCHS)
    mean_loss.reset_state()
    right.reset_state()
    order = np.random.permutation(len(pictures))
    for start in range(0, len(order), BATCH):
        a = order[start : start + BATCH]
        b = np.random.permutation(a)
        share = np.random.beta(ALPHA, ALPHA, size=(len(a), 1)).astype("float32")
        share = np.maximum(share, 1 - share)
        s = share[:, :, None, None]
        train_step(
            tf.constant(s * pictures[a] + (1 - s) * pictures[b]),
            tf.constant(share * one_hot[a] + (1 - share) * one_hot[b]),
        )
    valid = model.evaluate(x_valid, y_valid, batch_size=250, verbose=0, return_dict=True)
    history.on_epoch_end(epoch, {
        "loss": float(mean_loss.result()),
        "accuracy": float(right.result()),
        "val_loss": valid["loss"],
        "val_accuracy": valid["accuracy"],
    })
    if valid["loss"] < best_loss:
        best_loss, best_weights = valid["loss"], model.get_weights()

model.set_weights(best_weights)
