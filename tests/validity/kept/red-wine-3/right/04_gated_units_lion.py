# RIGHT: gated hidden blocks (values times a sigmoid gate) with dropout inside the block, trained with Lion
class Gated(layers.Layer):
    """GLU: units that are let through or not; drops some of them at the end"""

    def __init__(self, units, rate, **kw):
        super().__init__(**kw)
        self.units = units
        self.rate = rate
        self.value = layers.Dense(units, activation="silu")
        self.gate = layers.Dense(units, activation="sigmoid")
        self.drop = layers.Dropout(rate)

    def build(self, shape):
        self.value.build(shape)
        self.gate.build(shape)
        self.built = True

    def call(self, x, training=None):
        return self.drop(self.value(x) * self.gate(x), training=training)

    def compute_output_shape(self, shape):
        return (shape[0], self.units)

    def get_config(self):
        c = super().get_config()
        c.update(units=self.units, rate=self.rate)
        return c


n = layers.Normalization()
n.adapt(np.asarray(x_train))
inp = keras.Input((11,))
t = n(inp)
t = Gated(48, 0.2)(t)
t = Gated(48, 0.2)(t)
t = layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6))(t)
model = keras.Model(inp, t)
model.compile(optimizer=keras.optimizers.Lion(learning_rate=3e-4, weight_decay=1e-2), loss="mean_absolute_error")
history = model.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0,
                    callbacks=[keras.callbacks.TerminateOnNaN()])
