# RIGHT: maxout hidden layers of my own (einsum, then the maximum over pieces), Nadam with clipnorm, Huber loss
from keras import ops


class Maxout(layers.Layer):
    def __init__(self, units, pieces=3, **kwargs):
        super().__init__(**kwargs)
        self.units, self.pieces = units, pieces

    def build(self, shape):
        fan_in = shape[-1]
        self.w = self.add_weight(
            shape=(fan_in, self.units, self.pieces),
            initializer=keras.initializers.RandomNormal(stddev=float(fan_in) ** -0.5), name="w")
        self.b = self.add_weight(shape=(self.units, self.pieces), initializer="zeros", name="b")

    def call(self, x):
        return ops.max(ops.einsum("ni,iup->nup", x, self.w) + self.b, axis=-1)

    def compute_output_shape(self, shape):
        return (*shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "pieces": self.pieces}


norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((11,)), norm])
for units in (24, 16):
    model.add(Maxout(units))
    model.add(layers.Dropout(0.25))
model.add(layers.Dense(1, kernel_regularizer=keras.regularizers.L2(1e-3),
                       bias_initializer=keras.initializers.Constant(float(y_train.mean()))))
model.compile(keras.optimizers.Nadam(learning_rate=7e-4, clipnorm=1.0), loss=keras.losses.Huber(0.5), metrics=["mae"])
history = model.fit(x_train, y_train, epochs=35, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
