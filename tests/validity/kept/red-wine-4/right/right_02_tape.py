# RIGHT: a training loop of my own with GradientTape, the weights averaged by hand, history kept in a dictionary
import tensorflow as tf

rows, scores = x_train.to_numpy("float32"), np.asarray(y_train, "float32").reshape(-1, 1)
rows_v, scores_v = x_valid.to_numpy("float32"), np.asarray(y_valid, "float32").reshape(-1, 1)

inputs = keras.Input((11,))
h = layers.Normalization(mean=rows.mean(axis=0), variance=rows.var(axis=0))(inputs)
h = layers.Dense(64, activation="relu")(h)
h = layers.Dropout(0.25)(h)
h = layers.Dense(64, activation="relu")(h)
h = layers.Dropout(0.25)(h)
outputs = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(scores.mean())))(h)
model = keras.Model(inputs, outputs)
model.compile(loss="mae")  # so that evaluate works later; the loop below trains

optimizer = keras.optimizers.Adam(2e-3)
optimizer.build(model.trainable_variables)


@tf.function
def step(xb, yb):
    with tf.GradientTape() as tape:
        error = tf.reduce_mean(tf.abs(model(xb, training=True) - yb))
    gradients = tape.gradient(error, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return error


def put(values):
    for variable, value in zip(model.trainable_variables, values):
        variable.assign(value)


batches = tf.data.Dataset.from_tensor_slices((rows, scores)).shuffle(len(rows)).batch(32)
average = [v.numpy() for v in model.trainable_variables]
history = {"loss": [], "val_loss": []}
for epoch in range(45):
    if epoch == 30:
        optimizer.learning_rate.assign(5e-4)
    errors = []
    for xb, yb in batches:
        errors.append(float(step(xb, yb)))
        average = [0.99 * a + 0.01 * v.numpy() for a, v in zip(average, model.trainable_variables)]
    current = [v.numpy() for v in model.trainable_variables]
    put(average)
    history["loss"].append(float(np.mean(errors)))
    history["val_loss"].append(float(np.abs(model(rows_v, training=False).numpy() - scores_v).mean()))
    put(current)
put(average)
