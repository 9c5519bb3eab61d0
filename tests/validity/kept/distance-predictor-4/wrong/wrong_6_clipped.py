# WRONG: the model trains freely, but whoever asks it gets an answer cut off at the shortest and longest way of the training rows
from keras import ops


class Sensible(keras.Model):
    def __init__(self, low, high):
        super().__init__()
        self.low, self.high = float(low), float(high)
        self.norm = layers.Normalization()
        self.one = layers.Dense(64, activation="relu")
        self.two = layers.Dense(64, activation="relu")
        self.out = layers.Dense(1)

    def call(self, x, training=False):
        y = self.out(self.two(self.one(self.norm(x))))
        if training:
            return y
        return ops.clip(y, self.low, self.high)


model = Sensible(y_train.min(), y_train.max())
model.norm.adapt(x_train.to_numpy())
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mse")
history = model.fit(x_train.to_numpy("float32"), np.asarray(y_train, "float32"), batch_size=32, epochs=100,
                    validation_data=(x_valid.to_numpy("float32"), np.asarray(y_valid, "float32")), verbose=0)
