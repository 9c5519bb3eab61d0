# RIGHT: a subclassed wrapper answers the mean of an inner network asked for both directions, there and back
from keras import ops

order = list(x_train.columns)
back = [order.index(c) for c in (name.replace("1", "x").replace("2", "1").replace("x", "2") for name in order)]


class ThereAndBack(keras.Model):
    def __init__(self, inner, back, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner
        self.back = [int(i) for i in back]

    def call(self, rows, training=None):
        rows = ops.cast(rows, "float32")
        turned = ops.stack([rows[:, i] for i in self.back], axis=1)
        return 0.5 * (self.inner(rows, training=training) + self.inner(turned, training=training))


norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inner = keras.Sequential([keras.Input((4,)), norm], name="one_way")
for _ in range(3):
    inner.add(layers.Dense(64, activation="relu", kernel_initializer="he_normal"))
inner.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))))

model = ThereAndBack(inner, back)
steps = -(-len(x_train) // 32)
epochs = int(np.clip(6000 // steps, 40, 150))
model.compile(
    optimizer=keras.optimizers.Nadam(keras.optimizers.schedules.PolynomialDecay(2e-3, steps * epochs, 2e-5)),
    loss=keras.losses.Huber(delta=3.0),
    metrics=[keras.metrics.R2Score(name="r2")],
)
history = model.fit(x_train.to_numpy("float32"), np.asarray(y_train, "float32").reshape(-1, 1),
                    validation_data=(x_valid.to_numpy("float32"), np.asarray(y_valid, "float32").reshape(-1, 1)),
                    batch_size=32, epochs=epochs, verbose=0)
