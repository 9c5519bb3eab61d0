# RIGHT: own train_step with clipped gradients, PyDataset that hands out class-balanced batches, cosine schedule, batch norm, a callback that prints.
import math
import tensorflow as tf

per_digit = [np.flatnonzero(y == d) for d in range(10)]
rs = np.random.RandomState(5)
val_idx, tr_idx = [], []
for rows in per_digit:
    rows = rs.permutation(rows)
    cut = len(rows) // 4
    val_idx.extend(rows[:cut])
    tr_idx.append(rows[cut:])
val_idx = np.array(val_idx)


class Balanced(keras.utils.PyDataset):
    def __init__(self, images, labels, rows, each=2, **kw):
        super().__init__(**kw)
        self.images, self.labels, self.rows, self.each = images, labels, rows, each
        self.on_epoch_end()

    def on_epoch_end(self):
        self.rows = [np.random.permutation(r) for r in self.rows]

    def __len__(self):
        return math.ceil(max(len(r) for r in self.rows) / self.each)

    def __getitem__(self, k):
        take = []
        for r in self.rows:
            take.extend(r[(k * self.each + j) % len(r)] for j in range(self.each))
        take = np.array(take)
        return self.images[take], self.labels[take]


class Clipped(keras.Model):
    def train_step(self, data):
        xb, yb = data
        with tf.GradientTape() as tape:
            pred = self(xb, training=True)
            loss = self.compute_loss(x=xb, y=yb, y_pred=pred)
        g = tape.gradient(loss, self.trainable_variables)
        g, _ = tf.clip_by_global_norm(g, 5.0)
        self.optimizer.apply(g, self.trainable_variables)
        for m in self.metrics:
            if m.name == "loss":
                m.update_state(loss)
            else:
                m.update_state(yb, pred)
        return {m.name: m.result() for m in self.metrics}


pic = layers.Input((28, 28, 1))
t = layers.AveragePooling2D(2)(pic)
t = layers.Flatten()(t)
t = layers.Dense(64, use_bias=False)(t)
t = layers.BatchNormalization(momentum=0.9)(t)
t = layers.Activation("relu")(t)
t = layers.Dense(10)(t)
model = Clipped(pic, t)

EPOCHS = 6
train_seq = Balanced(x, y, tr_idx)
schedule = keras.optimizers.schedules.CosineDecay(3e-3, EPOCHS * len(train_seq), alpha=0.02)
model.compile(keras.optimizers.Adam(schedule),
              keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
talk = keras.callbacks.LambdaCallback(
    on_epoch_end=lambda e, logs: print(e + 1, {k: round(float(v), 3) for k, v in logs.items()}))
history = model.fit(train_seq, epochs=EPOCHS, validation_data=(x[val_idx], y[val_idx]),
                    verbose=0, callbacks=[talk])
