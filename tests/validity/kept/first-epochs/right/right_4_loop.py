# RIGHT: a training loop of the student's own (GradientTape, Nadam) over a split by digit, with the numbers kept in a dictionary as the notebook asks
import tensorflow as tf

rng = np.random.default_rng()
train_rows, valid_rows = [], []
for digit in range(10):
    rows = rng.permutation(np.flatnonzero(y == digit))
    cut = len(rows) // 5
    valid_rows.append(rows[:cut])
    train_rows.append(rows[cut:])
train_rows, valid_rows = np.concatenate(train_rows), np.concatenate(valid_rows)
assert not set(train_rows) & set(valid_rows)

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(100, activation="gelu"),
    layers.Dropout(0.1),
    layers.Dense(10, activation="softmax"),
])
optimizer = keras.optimizers.Nadam(0.002)
loss_of = keras.losses.SparseCategoricalCrossentropy()
mean_loss = keras.metrics.Mean()
right = keras.metrics.SparseCategoricalAccuracy()
optimizer.build(model.trainable_variables)


@tf.function(reduce_retracing=True)
def step(pictures, digits):
    with tf.GradientTape() as tape:
        answer = model(pictures, training=True)
        loss = loss_of(digits, answer)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    mean_loss.update_state(loss)
    right.update_state(digits, answer)


history = {"loss": [], "accuracy": [], "val_accuracy": []}
for epoch in range(6):
    mean_loss.reset_state()
    right.reset_state()
    mixed = rng.permutation(train_rows)
    for start in range(0, len(mixed), 32):
        rows = mixed[start:start + 32]
        step(tf.constant(x[rows]), tf.constant(y[rows]))
    answers = model.predict(x[valid_rows], verbose=0).argmax(axis=1)
    history["loss"].append(float(mean_loss.result()))
    history["accuracy"].append(float(right.result()))
    history["val_accuracy"].append(float(np.mean(answers == y[valid_rows])))
    print(epoch + 1, {name: round(values[-1], 3) for name, values in history.items()})
