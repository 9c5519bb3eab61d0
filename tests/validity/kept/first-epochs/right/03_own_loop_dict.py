# RIGHT: PyTorch person: subclassed model and an own GradientTape loop that keeps its numbers in a dictionary; every fifth picture validates.
import tensorflow as tf

is_val = np.arange(len(x)) % 5 == 0
xt, yt = np.asarray(x[~is_val], "float32"), np.asarray(y[~is_val], "int32")
xv, yv = np.asarray(x[is_val], "float32"), np.asarray(y[is_val], "int32")


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = layers.Flatten()
        self.fc1 = layers.Dense(64, activation="relu")
        self.fc2 = layers.Dense(10)

    def call(self, inputs, training=False):
        return self.fc2(self.fc1(self.flatten(inputs)))


model = Net()
model(xt[:1])
optimizer = keras.optimizers.Adam(1e-3)
criterion = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer.build(model.trainable_variables)


@tf.function(reduce_retracing=True)
def step(xb, yb):
    with tf.GradientTape() as tape:
        logits = model(xb, training=True)
        loss = criterion(yb, logits)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    hits = tf.equal(tf.argmax(logits, axis=1, output_type=tf.int32), yb)
    return loss, tf.reduce_mean(tf.cast(hits, tf.float32))


history = {"loss": [], "accuracy": [], "val_accuracy": []}
for epoch in range(5):
    order = np.random.permutation(len(xt))
    losses, accs = [], []
    for start in range(0, len(order), 16):
        b = order[start:start + 16]
        l, a = step(tf.constant(xt[b]), tf.constant(yt[b]))
        losses.append(float(l))
        accs.append(float(a))
    val_logits = model(xv, training=False).numpy()
    history["loss"].append(float(np.mean(losses)))
    history["accuracy"].append(float(np.mean(accs)))
    history["val_accuracy"].append(float(np.mean(val_logits.argmax(1) == yv)))
    print(f"epoch {epoch + 1}: loss {history['loss'][-1]:.3f}  val {history['val_accuracy'][-1]:.3f}")
