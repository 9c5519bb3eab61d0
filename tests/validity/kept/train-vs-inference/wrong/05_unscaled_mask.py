# WRONG: (lacks 3: two modes that agree) own dropout that sets units to zero in training but forgets the division by the share kept
class DropUnits(layers.Layer):
    def __init__(self, rate, **kw):
        super().__init__(**kw)
        self.rate = rate
        self.seed = keras.random.SeedGenerator(0)
    def call(self, x, training=False):
        if training:
            mask = keras.ops.cast(keras.random.uniform(keras.ops.shape(x), seed=self.seed) > self.rate, x.dtype)
            return x * mask
        return x

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((5,)), norm,
    layers.Dense(128, activation="relu"), DropUnits(0.4),
    layers.Dense(128, activation="relu"), DropUnits(0.4),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(2e-3), "binary_crossentropy")
history = model.fit(x_train, y_train, epochs=30, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
