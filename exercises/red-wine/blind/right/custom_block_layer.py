"""An own layer HiddenBlock that holds Dense, swish and Dropout; RMSprop with an exponential learning-rate decay."""

@keras.saving.register_keras_serializable()
class HiddenBlock(layers.Layer):
    """Dense -> swish -> Dropout."""

    def __init__(self, units, rate, **kw):
        super().__init__(**kw)
        self.units = units
        self.rate = rate
        self.dense = layers.Dense(units)
        self.dropout = layers.Dropout(rate)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.built = True

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def call(self, x, training=None):
        x = keras.ops.silu(self.dense(x))
        return self.dropout(x, training=training)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}


norm = layers.Normalization()
norm.adapt(x_train.to_numpy("float32"))
model = keras.Sequential([keras.Input((11,)), norm, HiddenBlock(64, 0.2), HiddenBlock(64, 0.2), layers.Dense(1)])
model.layers[-1].bias.assign([y_train.mean()])  # start where the scores are

steps = len(x_train) // 32
rate = keras.optimizers.schedules.ExponentialDecay(2e-3, decay_steps=10 * steps, decay_rate=0.6)
model.compile(optimizer=keras.optimizers.RMSprop(rate), loss="mae")
history = model.fit(x_train, y_train, epochs=50, batch_size=32, verbose=0, validation_data=(x_valid, y_valid))
