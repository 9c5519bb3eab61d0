"""An own registered layer with mean/std in get_config standardises; AdamW with a cosine schedule, he_normal, small L2."""

@keras.saving.register_keras_serializable(package="city")
class Standardize(layers.Layer):
    """(x - mean) / std, column by column."""

    def __init__(self, mean, std, **kwargs):
        super().__init__(**kwargs)
        self.mean = [float(v) for v in mean]
        self.std = [float(v) for v in std]

    def call(self, x):
        return (x - keras.ops.array(self.mean, "float32")) / keras.ops.array(self.std, "float32")

    def get_config(self):
        return {**super().get_config(), "mean": self.mean, "std": self.std}


def dense(units):
    return layers.Dense(units, activation="gelu", kernel_initializer="he_normal",
                        kernel_regularizer=keras.regularizers.L2(1e-5))


EPOCHS, BATCH = 30, 64
steps = EPOCHS * int(np.ceil(len(x_train) / BATCH))
model = keras.Sequential([
    keras.Input((4,)),
    Standardize(x_train.mean(), x_train.std()),
    dense(64), dense(64), dense(32),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(
    optimizer=keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(4e-3, steps, alpha=0.02)),
    loss="mse",
)
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=EPOCHS, verbose=0)
