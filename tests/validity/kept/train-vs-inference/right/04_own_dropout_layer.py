# RIGHT: writes dropout itself (inverted, with keras.random and a SeedGenerator) as a layer with a training argument
class MyDropout(layers.Layer):
    def __init__(self, p, **kw):
        super().__init__(**kw)
        self.p = p
        self.rng = keras.random.SeedGenerator(42)

    def call(self, x, training=False):
        if not training:
            return x
        keep = keras.random.uniform(keras.ops.shape(x), seed=self.rng) >= self.p
        return keras.ops.where(keep, x / (1.0 - self.p), 0.0)

    def get_config(self):
        return {**super().get_config(), "p": self.p}

scale = layers.Normalization(mean=x_train.mean().to_numpy(), variance=x_train.var().to_numpy())
inputs = keras.Input((5,))
x = scale(inputs)
for units in [128, 64]:
    x = layers.Dense(units, activation="swish", kernel_initializer="he_normal")(x)
    x = MyDropout(0.15)(x)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))
lr = keras.optimizers.schedules.CosineDecay(4e-3, 30 * (len(x_train) // 64))
model.compile(keras.optimizers.Adam(lr), "bce")
history = model.fit(x_train, y_train, epochs=30, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
