# RIGHT: no batch norm; a subclassed wide selu network that standardises the pixels itself with two constants, batches of 700 (8 steps an epoch, 24 after three), logits
from keras import ops

PIXEL_MEAN = float(x_train.mean())
PIXEL_STD = float(x_train.std())


class FastNet(keras.Model):
    def __init__(self, units=256, mean=PIXEL_MEAN, std=PIXEL_STD, **kwargs):
        super().__init__(**kwargs)
        self.units, self.mean, self.std = units, mean, std
        self.hidden = layers.Dense(units, activation="selu", kernel_initializer="lecun_normal")
        self.out = layers.Dense(10, kernel_initializer="lecun_normal")

    def call(self, x):
        x = (ops.reshape(x, (-1, 784)) - self.mean) / self.std
        return self.out(self.hidden(x))

    def get_config(self):
        return {**super().get_config(), "units": self.units, "mean": self.mean, "std": self.std}


model = FastNet()
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, batch_size=700, epochs=6, validation_data=(x_valid, y_valid), verbose=2)
