# RIGHT: a Sequential filled in a loop, SGD with Nesterov momentum and a one-cycle schedule of my own, batch norm with a short memory
import math
from keras import ops


@keras.saving.register_keras_serializable(package="fabric")
class OneCycle(keras.optimizers.schedules.LearningRateSchedule):
    """Up to the peak in the first sixth of the steps, then down with the third power."""

    def __init__(self, peak, steps):
        self.peak, self.steps = float(peak), int(steps)

    def __call__(self, step):
        done = ops.cast(step, "float32") / self.steps
        up = ops.minimum(1.0, 0.1 + 5.4 * done)
        down = ops.maximum(1.0 - ops.maximum(done - 1 / 6, 0.0) * 1.2, 0.0) ** 3
        return self.peak * up * down

    def get_config(self):
        return {"peak": self.peak, "steps": self.steps}


BATCH, EPOCHS = 20, 20
steps = EPOCHS * math.ceil(len(x_train) / BATCH)

model = keras.Sequential([keras.Input((30, 30, 1)), layers.Rescaling(4.0, offset=-2.0)])
for maps, size in ((24, 5), (48, 3), (64, 3)):
    model.add(layers.Conv2D(maps, size, strides=2, padding="same", use_bias=False, kernel_initializer="he_normal"))
    model.add(layers.BatchNormalization(momentum=0.85))
    model.add(layers.ReLU())
model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(5, activation="softmax"))

model.compile(optimizer=keras.optimizers.SGD(OneCycle(0.05, steps), momentum=0.9, nesterov=True),
              loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=EPOCHS,
                    validation_data=(x_valid, y_valid), verbose=0)
