"""Own registered layer (local contrast) and an own one-cycle LearningRateSchedule with SGD and Nesterov momentum."""

from keras import ops

@keras.saving.register_keras_serializable()
class Contrast(layers.Layer):
    """Subtract the patch's mean, divide by its spread."""
    def __init__(self, eps=1e-3, **kw):
        super().__init__(**kw)
        self.eps = eps
    def call(self, x):
        return (x - ops.mean(x, (1, 2, 3), keepdims=True)) / (ops.std(x, (1, 2, 3), keepdims=True) + self.eps)
    def get_config(self):
        return dict(super().get_config(), eps=self.eps)

@keras.saving.register_keras_serializable()
class OneCycle(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, warm, total):
        self.peak, self.warm, self.total = peak, warm, total
    def __call__(self, step):
        step = ops.cast(step, "float32")
        up = (step + 1.0) / self.warm
        down = ops.maximum(1.0 - (step - self.warm) / (self.total - self.warm), 0.0) ** 2
        return self.peak * ops.where(step < self.warm, up, down + 1e-3)
    def get_config(self):
        return {"peak": self.peak, "warm": self.warm, "total": self.total}

n_epochs = 16
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    Contrast(),
    layers.Conv2D(16, 5, strides=2, activation="relu", kernel_initializer="he_uniform"),
    layers.Conv2D(32, 3, activation="relu", kernel_initializer="he_uniform"),
    layers.AveragePooling2D(2),
    layers.Conv2D(48, 3, activation="relu", kernel_initializer="he_uniform"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5),
])
model.compile(keras.optimizers.SGD(OneCycle(0.05, 60.0, 50.0 * n_epochs), momentum=0.9, nesterov=True),
              keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=n_epochs, batch_size=16,
                    validation_data=(x_valid, y_valid), verbose=0)
