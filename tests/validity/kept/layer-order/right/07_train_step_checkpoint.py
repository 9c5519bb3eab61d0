# RIGHT: functional model with an overridden train_step (global gradient clipping), GELU, AdamW on a cosine schedule, best checkpoint loaded back
import os
import tempfile

import tensorflow as tf


class ClippedModel(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
        grads = tape.gradient(loss, self.trainable_variables)
        grads, _ = tf.clip_by_global_norm(grads, 1.0)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
        return {m.name: m.result() for m in self.metrics}


xt = x_train.to_numpy().astype("float32")
yt = np.asarray(y_train).astype("float32").reshape(-1, 1)
xv = x_valid.to_numpy().astype("float32")
yv = np.asarray(y_valid).astype("float32").reshape(-1, 1)

a = keras.Input((5,))
b = layers.BatchNormalization(center=False, scale=False)(a)
b = layers.Dense(64)(b)
b = layers.BatchNormalization(epsilon=1e-5)(b)
b = layers.Activation("gelu")(b)
b = layers.Dropout(0.1)(b)
b = layers.Dense(64)(b)
b = layers.BatchNormalization(epsilon=1e-5)(b)
b = layers.Activation("gelu")(b)
b = layers.Dropout(0.25)(b)
c = layers.Dense(1, activation="sigmoid")(b)
model = ClippedModel(a, c)

EPOCHS = 45
steps = EPOCHS * int(np.ceil(len(xt) / 64))
model.compile(optimizer=keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(3e-3, steps, alpha=0.01), weight_decay=1e-4),
              loss="binary_crossentropy")
path = os.path.join(tempfile.mkdtemp(), "best.weights.h5")
history = model.fit(xt, yt, epochs=EPOCHS, batch_size=64, validation_data=(xv, yv), verbose=0,
                    callbacks=[keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True, save_weights_only=True)])
model.load_weights(path)
