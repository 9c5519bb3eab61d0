# RIGHT: trains a net of logits in a GradientTape loop, then puts a sigmoid behind it and hands in the nested model
import tensorflow as tf

net = keras.Sequential([
    keras.Input((None, 2)),
    layers.LSTM(12, return_sequences=True),
    layers.GRU(12),
    layers.Dense(1),
])
criterion = keras.losses.BinaryCrossentropy(from_logits=True)
epochs, batch = 18, 64
steps = len(x_train) // batch
opt = keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.012, epochs * steps, alpha=0.1))
opt.build(net.trainable_variables)

X = x_train.astype("float32")
Y = np.asarray(y_train).reshape(-1, 1).astype("float32")


@tf.function
def train_step(xb, yb):
    with tf.GradientTape() as tape:
        logits = net(xb, training=True)
        loss = criterion(yb, logits)
    grads = tape.gradient(loss, net.trainable_variables)
    grads, _ = tf.clip_by_global_norm(grads, 1.0)
    opt.apply_gradients(zip(grads, net.trainable_variables))
    return loss, tf.reduce_mean(tf.cast((logits > 0) == (yb > 0.5), tf.float32))


model = keras.Sequential([keras.Input((None, 2)), net, layers.Activation("sigmoid")])
model.compile(loss="binary_crossentropy", metrics=["accuracy"])   # only to evaluate

log = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
rng = np.random.default_rng(3)
for epoch in range(epochs):
    order = rng.permutation(len(X))
    losses, accs = [], []
    for s in range(steps):
        idx = order[s * batch:(s + 1) * batch]
        l, a = train_step(tf.constant(X[idx]), tf.constant(Y[idx]))
        losses.append(float(l)); accs.append(float(a))
    vl, va = model.evaluate(x_valid, y_valid, batch_size=256, verbose=0)
    log["loss"].append(np.mean(losses)); log["accuracy"].append(np.mean(accs))
    log["val_loss"].append(vl); log["val_accuracy"].append(va)
    print(epoch, round(log["loss"][-1], 3), round(va, 3))

history = keras.callbacks.History()   # no fit here, so fill one by hand
history.history = log
history.epoch = list(range(epochs))
