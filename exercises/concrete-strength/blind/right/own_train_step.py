"""Functional model of a class with its own train_step (GradientTape, clipping of the global norm by hand), still trained by fit."""

import tensorflow as tf


class ClippedModel(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        grads = tape.gradient(loss, self.trainable_variables)
        grads, _ = tf.clip_by_global_norm(grads, 50.0)
        self.optimizer.apply(grads, self.trainable_variables)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}


normalise = layers.Normalization(mean=x_train.mean().to_numpy(), variance=x_train.var().to_numpy())
i = keras.Input((8,))
h = normalise(i)
h = layers.Dense(64, activation=keras.activations.relu)(h)
h = layers.Dense(64, activation=keras.activations.relu)(h)
o = layers.Dense(1)(h)
model = ClippedModel(inputs=i, outputs=o)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
history = model.fit(x_train.to_numpy(), y_train.to_numpy(), epochs=60, batch_size=32, verbose=0)
