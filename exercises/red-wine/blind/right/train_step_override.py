"""Someone from PyTorch: own train_step with GradientTape and clipped gradients, still started by fit."""

import tensorflow as tf


class ClippedModel(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_hat = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_hat)
        grads = tape.gradient(loss, self.trainable_variables)
        grads, _ = tf.clip_by_global_norm(grads, 1.0)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_hat)
        return {metric.name: metric.result() for metric in self.metrics}


norm = layers.Normalization()
norm.adapt(x_train.to_numpy())

inputs = keras.Input(shape=(11,))
x = norm(inputs)
x = layers.Dense(64)(x)
x = layers.ReLU()(x)
x = layers.Dropout(0.5)(x)
x = layers.Dense(64)(x)
x = layers.ReLU()(x)
x = layers.Dropout(0.1)(x)
outputs = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(np.mean(y_train))))(x)

model = ClippedModel(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss=keras.losses.MeanAbsoluteError())
history = model.fit(x_train.to_numpy("float32"), y_train.to_numpy("float32").reshape(-1, 1), epochs=50, batch_size=32,
                    validation_data=(x_valid.to_numpy("float32"), y_valid.to_numpy("float32").reshape(-1, 1)), verbose=0)
