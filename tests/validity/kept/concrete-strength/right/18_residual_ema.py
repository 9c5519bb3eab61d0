# RIGHT: residual blocks with layer normalisation inside, shared helper, optimizer with moving average of the weights (use_ema), warm-up schedule of its own class
@keras.saving.register_keras_serializable()
class WarmupThenDecay(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak=0.006, warmup=100.0, half_life=900.0):
        self.peak, self.warmup, self.half_life = peak, warmup, half_life

    def __call__(self, step):
        step = keras.ops.cast(step, "float32")
        up = keras.ops.minimum(1.0, (step + 1.0) / self.warmup)
        down = keras.ops.power(0.5, step / self.half_life)
        return self.peak * up * down

    def get_config(self):
        return {"peak": self.peak, "warmup": self.warmup, "half_life": self.half_life}


def block(x, units):
    y = layers.LayerNormalization()(x)
    y = layers.Dense(units, activation="silu")(y)
    y = layers.Dense(units)(y)
    return layers.Add()([x, y])


norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((8,))
x = norm(inputs)
x = layers.Dense(48, activation="silu")(x)
x = block(x, 48)
x = block(x, 48)
outputs = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean())))(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(WarmupThenDecay(), use_ema=True, ema_momentum=0.98), loss="mae")
history = model.fit(x_train, y_train, epochs=60, batch_size=32, verbose=0)
