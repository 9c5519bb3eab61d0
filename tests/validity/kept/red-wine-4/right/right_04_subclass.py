# RIGHT: a subclassed model with its own dropout layer and its own scaling by keras.ops, statistics held in non-trainable weights
from keras import ops


@keras.saving.register_keras_serializable(package="wine")
class DropUnits(layers.Layer):
    """Set each unit to zero with a probability, in training only."""

    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seeds = keras.random.SeedGenerator()

    def call(self, inputs, training=False):
        if not training:
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seeds) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), ops.zeros_like(inputs))

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}


@keras.saving.register_keras_serializable(package="wine")
class WineScore(keras.Model):
    def __init__(self, columns=11, units=(64, 32), rate=0.2, start=5.6, **kwargs):
        super().__init__(**kwargs)
        self.columns, self.units, self.rate, self.start = columns, tuple(units), rate, start
        self.center = self.add_weight(shape=(columns,), initializer="zeros", trainable=False, name="center")
        self.spread = self.add_weight(shape=(columns,), initializer="ones", trainable=False, name="spread")
        self.hidden = [layers.Dense(n, activation="silu") for n in self.units]
        self.drops = [DropUnits(rate) for _ in self.units]
        self.head = layers.Dense(1, bias_initializer=keras.initializers.Constant(start))

    def learn_scale(self, rows):
        self.center.assign(rows.mean(axis=0))
        self.spread.assign(rows.std(axis=0))

    def call(self, inputs, training=False):
        x = (ops.cast(inputs, "float32") - self.center) / self.spread
        for dense, drop in zip(self.hidden, self.drops):
            x = drop(dense(x), training=training)
        return self.head(x)

    def get_config(self):
        return {**super().get_config(), "columns": self.columns, "units": self.units,
                "rate": self.rate, "start": self.start}


model = WineScore(start=float(y_train.mean()))
model.learn_scale(x_train.to_numpy())
model.compile(optimizer=keras.optimizers.Adam(1.5e-3), loss=keras.losses.Huber(0.5),
              metrics=[keras.metrics.MeanAbsoluteError(name="mae")])
history = model.fit(x_train.to_numpy("float32"), np.asarray(y_train, "float32"),
                    validation_data=(x_valid.to_numpy("float32"), np.asarray(y_valid, "float32")),
                    batch_size=32, epochs=45, verbose=0)
