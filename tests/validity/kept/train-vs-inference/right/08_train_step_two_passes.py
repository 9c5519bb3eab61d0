# RIGHT: DenseDrop blocks and an own train_step that runs two noisy passes and also punishes their difference (R-Drop)
import tensorflow as tf

class DenseDrop(layers.Layer):
    def __init__(self, units, rate, **kw):
        super().__init__(**kw)
        self.units, self.rate = units, rate
        self.d = layers.Dense(units, activation="relu")
        self.o = layers.Dropout(rate)
    def call(self, x, training=None):
        return self.o(self.d(x), training=training)
    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}

class RDrop(keras.Model):
    def train_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            p = self(x, training=True)
            q = self(x, training=True)
            loss = 0.5 * (self.compute_loss(y=y, y_pred=p) + self.compute_loss(y=y, y_pred=q))
            loss += 0.5 * tf.reduce_mean(tf.square(p - q))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {"loss": loss}

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((5,))
x = norm(inputs)
x = DenseDrop(128, 0.15)(x)
x = DenseDrop(64, 0.15)(x)
model = RDrop(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="binary_crossentropy")
history = model.fit(x_train.to_numpy("float32"), np.asarray(y_train, "float32").reshape(-1, 1), epochs=30, batch_size=64, verbose=0)
