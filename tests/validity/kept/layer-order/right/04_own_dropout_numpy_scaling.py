# RIGHT: scales with NumPy constants on the symbolic tensor, writes its own dropout layer with keras.random, sigmoid by keras.ops
mean = x_train.mean().to_numpy().astype("float32")
std = x_train.std().to_numpy().astype("float32")


class DropUnits(keras.layers.Layer):
    """my own inverted dropout"""

    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed_generator = keras.random.SeedGenerator(42)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        u = keras.random.uniform(keras.ops.shape(inputs), seed=self.seed_generator)
        mask = keras.ops.cast(u >= self.rate, inputs.dtype)
        return inputs * mask / (1.0 - self.rate)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}


inputs = keras.Input((5,))
h = (inputs - mean) / std
for units, rate in [(80, 0.2), (80, 0.2)]:
    h = layers.Dense(units)(h)
    h = layers.BatchNormalization()(h)
    h = keras.ops.silu(h)
    h = DropUnits(rate)(h)
outputs = keras.ops.sigmoid(layers.Dense(1)(h))
model = keras.Model(inputs, outputs)

model.compile(loss=keras.losses.BinaryCrossentropy(), optimizer=keras.optimizers.Nadam(1e-3))
history = model.fit(x_train, y_train, batch_size=64, epochs=50, verbose=0,
                    validation_data=(x_valid, y_valid),
                    callbacks=[keras.callbacks.EarlyStopping(patience=15, restore_best_weights=True)])
del mean, std, h
