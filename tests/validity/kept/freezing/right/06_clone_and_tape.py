# RIGHT: a clone of the base with the weights copied over, and a GradientTape loop whose optimizer only ever gets the head; the history is filled by hand
import tensorflow as tf

released = keras.models.load_model(ag.datasets.digit_base())
backbone = keras.models.clone_model(released)
backbone.set_weights(released.get_weights())

head = keras.Sequential([keras.Input((64,)), layers.Dense(32, activation="relu"), layers.Dropout(0.25), layers.Dense(5)])
inp = keras.Input((14, 14, 1))
model = keras.Model(inp, head(backbone(inp, training=False)))
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])  # for evaluate

X, Y = tf.constant(x_train, tf.float32), tf.constant(np.asarray(y_train).astype("int32"))
loader = tf.data.Dataset.from_tensor_slices((X, Y)).shuffle(100, seed=1).batch(20)
criterion = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam(0.01)
optimizer.build(head.trainable_variables)


@tf.function
def train_step(xb, yb):
    features = backbone(xb, training=False)
    with tf.GradientTape() as tape:
        loss = criterion(yb, head(features, training=True))
    grads = tape.gradient(loss, head.trainable_variables)
    optimizer.apply_gradients(zip(grads, head.trainable_variables))
    return loss


history = keras.callbacks.History()
history.history = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
for epoch in range(35):
    for xb, yb in loader:
        train_step(xb, yb)
    for prefix, (x, y) in (("", (x_train, y_train)), ("val_", (x_valid, y_valid))):
        loss, accuracy = model.evaluate(x, y, verbose=0, batch_size=500)
        history.history[prefix + "loss"].append(loss)
        history.history[prefix + "accuracy"].append(accuracy)
history.epoch = list(range(35))
