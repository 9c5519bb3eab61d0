"""In the own training loop (n, 1) minus (n,) broadcasts to (n, n), so the net learns to answer the mean; the last fit has a tiny rate.

Caught by: r-squared
"""

import tensorflow as tf

norm = layers.Normalization()
norm.adapt(x_train.values)
model = keras.Sequential([keras.Input((4,)), norm,
                          layers.Dense(64, activation="relu"),
                          layers.Dense(64, activation="relu"),
                          layers.Dense(1)])
opt = keras.optimizers.Adam(1e-3)


@tf.function
def train_step(xb, yb):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(xb, training=True) - yb) ** 2)
    grads = tape.gradient(loss, model.trainable_variables)
    opt.apply_gradients(zip(grads, model.trainable_variables))
    return loss


data = tf.data.Dataset.from_tensor_slices((x_train.values.astype("float32"), y_train.values.astype("float32")))
data = data.shuffle(5000).batch(64)
for epoch in range(15):
    for xb, yb in data:
        loss = train_step(xb, yb)
    if epoch % 5 == 0:
        print(epoch, float(loss))

model.compile(optimizer=keras.optimizers.Adam(1e-6), loss="mse")
history = model.fit(x_train, y_train, epochs=1, batch_size=64, verbose=0)
