# RIGHT: subclassed, with a dropout layer of its own from keras.random and keras.ops (inverted scaling), trained by two fits whose histories are joined.
from keras import ops


class DropUnits(layers.Layer):
    """Training: a unit is off with probability `rate`, the others grow so that the mean stays. Else: nothing."""

    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seeds = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seeds) >= self.rate
        return inputs * ops.cast(keep, inputs.dtype) / (1.0 - self.rate)


class NoisyNet(keras.Model):
    def __init__(self, units=(64, 64), rate=0.2):
        super().__init__()
        self.standardise = layers.Normalization()
        self.hidden = [layers.Dense(n, activation="relu", kernel_initializer="he_normal") for n in units]
        self.noise = [DropUnits(rate, seed=number) for number, _ in enumerate(units)]
        self.head = layers.Dense(1, activation="sigmoid")

    def call(self, x, training=False):
        x = self.standardise(x)
        for dense, drop in zip(self.hidden, self.noise):
            x = drop(dense(x), training=training)
        return self.head(x)


rows = x_train.to_numpy().astype("float32")
rows_valid = x_valid.to_numpy().astype("float32")
model = NoisyNet()
model.standardise.adapt(rows)
model.compile(optimizer=keras.optimizers.Adam(4e-3), loss="binary_crossentropy")
fast = model.fit(
    rows, y_train, validation_data=(rows_valid, y_valid), epochs=35, batch_size=64, verbose=0
)
model.optimizer.learning_rate = 5e-4
history = model.fit(
    rows, y_train, validation_data=(rows_valid, y_valid), epochs=20, batch_size=64, verbose=0
)
history.history = {name: fast.history[name] + values for name, values in history.history.items()}
