# RIGHT: functional model of an own class whose train_step clips the global gradient norm by hand; otherwise an ordinary fit
import tensorflow as tf

@keras.saving.register_keras_serializable()
class ClippedModel(keras.Model):
    def train_step(self, data):
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, sample_weight)
        grads = tape.gradient(loss, self.trainable_variables)
        grads, _ = tf.clip_by_global_norm(grads, 1.0)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}

i = keras.Input((30, 30, 1))
h = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)(i)
h = layers.Conv2D(16, 5, strides=2, activation="gelu")(h)
h = layers.Conv2D(32, 3, strides=2, activation="gelu")(h)
h = layers.Conv2D(32, 3, activation="gelu")(h)
h = layers.Flatten()(h)
h = layers.Dropout(0.2)(h)
o = layers.Dense(5)(h)
model = ClippedModel(i, o)
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(2e-3, 25, 0.8)),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=14, validation_data=(x_valid, y_valid), verbose=0)
