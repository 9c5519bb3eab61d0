"""Own registered layer with get_config does the z-scores, RMSprop on Huber loss with ReduceLROnPlateau."""

@keras.saving.register_keras_serializable(package="concrete")
class ZScore(layers.Layer):
    """(x - mean) / std with numbers that were computed once from the training rows."""

    def __init__(self, mean, std, **kwargs):
        super().__init__(**kwargs)
        self.mean = [float(m) for m in mean]
        self.std = [float(s) for s in std]

    def call(self, x):
        return (x - keras.ops.convert_to_tensor(self.mean, dtype=x.dtype)) / keras.ops.convert_to_tensor(self.std, dtype=x.dtype)

    def get_config(self):
        return {**super().get_config(), "mean": self.mean, "std": self.std}


model = keras.Sequential([
    keras.Input((8,)),
    ZScore(x_train.mean(), x_train.std()),
    layers.Dense(64, activation="elu", kernel_initializer="he_normal"),
    layers.Dense(64, activation="elu", kernel_initializer="he_normal"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.RMSprop(0.003), loss=keras.losses.Huber(delta=3.0), metrics=["mae"])
plateau = keras.callbacks.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=5, min_lr=2e-4)
history = model.fit(x_train, y_train, epochs=80, batch_size=32, callbacks=[plateau], verbose=0)
