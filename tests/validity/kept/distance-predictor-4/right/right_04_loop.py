# RIGHT: my own tf.function loop with AdamW, gradient clipping and a warm-up, the loss in units of the variance
import tensorflow as tf

rows = x_train.to_numpy("float32")
truth = np.asarray(y_train, "float32").reshape(-1, 1)
variance = float(truth.var())

degrees = keras.Input((4,))
x = layers.Normalization(mean=rows.mean(axis=0, dtype="float64"), variance=rows.var(axis=0, dtype="float64"))(degrees)
x = layers.Dense(96, activation="mish")(x)
x = layers.Dense(96, activation="mish")(x)
model = keras.Model(degrees, layers.Dense(1, bias_initializer=keras.initializers.Constant(float(truth.mean())))(x))

BATCH = 64
steps = -(-len(rows) // BATCH)
epochs = int(np.clip(6000 // steps, 60, 200))
schedule = keras.optimizers.schedules.CosineDecay(
    1e-4, steps * epochs, warmup_target=6e-3, warmup_steps=2 * steps)
optimizer = keras.optimizers.AdamW(schedule, weight_decay=1e-4, global_clipnorm=1.0)
optimizer.build(model.trainable_variables)


@tf.function
def train(xb, yb):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(xb, training=True) - yb)) / variance
    optimizer.apply(tape.gradient(loss, model.trainable_variables))
    return loss


ds = tf.data.Dataset.from_tensor_slices((rows, truth)).shuffle(len(rows)).batch(BATCH)
valid = x_valid.to_numpy("float32"), np.asarray(y_valid, "float32").reshape(-1, 1)
history = {"loss": [], "val_loss": []}
for _ in range(epochs):
    history["loss"].append(float(np.mean([train(xb, yb) for xb, yb in ds])))
    history["val_loss"].append(float(np.mean((model(valid[0], training=False).numpy() - valid[1]) ** 2)) / variance)
model.compile(optimizer=optimizer, loss="mse")
