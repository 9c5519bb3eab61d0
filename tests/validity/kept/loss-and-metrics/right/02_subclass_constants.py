# RIGHT: a subclassed tf.keras model without get_config that standardises in call() with NumPy constants
import tensorflow as tf

MU = x_train.values.mean(axis=0).astype("float32")
SD = x_train.values.std(axis=0).astype("float32")

class LeakNet(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden1 = tf.keras.layers.Dense(96, activation=tf.nn.silu)
        self.hidden2 = tf.keras.layers.Dense(48, activation=tf.nn.silu)
        self.out = tf.keras.layers.Dense(1, activation=tf.nn.sigmoid)

    def call(self, inputs):
        z = (tf.cast(inputs, tf.float32) - MU) / SD
        z = self.hidden1(z)
        z = self.hidden2(z)
        return self.out(z)

model = LeakNet()
model.compile(optimizer=tf.keras.optimizers.Nadam(2e-3), loss="binary_crossentropy", metrics=["AUC"])
history = model.fit(x_train.values, y_train, batch_size=64, epochs=20, validation_data=(x_valid.values, y_valid), verbose=0)
model.optimizer.learning_rate.assign(3e-4)
history = model.fit(x_train.values, y_train, batch_size=64, epochs=10, validation_data=(x_valid.values, y_valid), verbose=0)
