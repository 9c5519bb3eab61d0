# WRONG: while training, a tenth of the measurements is wiped out before the first dense layer, inside a layer that calls itself scaling
from keras import ops


class RobustScaling(layers.Layer):
    """Standardise, and get used to missing values."""

    def __init__(self, gaps=0.1, **kwargs):
        super().__init__(**kwargs)
        self.gaps = gaps
        self.norm = layers.Normalization()
        self.seeds = keras.random.SeedGenerator()

    def call(self, x, training=False):
        x = self.norm(x)
        if training:
            there = keras.random.uniform(ops.shape(x), seed=self.seeds) > self.gaps
            x = x * ops.cast(there, x.dtype)
        return x


scaling = RobustScaling(0.1)
scaling.norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    scaling,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer=keras.optimizers.Adam(5e-3), loss="mae")
history = model.fit(x_train, y_train, batch_size=32, epochs=120,
                    validation_data=(x_valid, y_valid), verbose=0)
