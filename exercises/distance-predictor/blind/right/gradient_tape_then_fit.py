"""A hand-written GradientTape loop does most of the training (shapes kept right), a last call of fit polishes it and gives the history."""

import tensorflow as tf

norm = layers.Normalization()
norm.adapt(x_train.values)
model = keras.Sequential([keras.Input((4,)), norm,
                          layers.Dense(64, activation="relu"),
                          layers.Dense(64, activation="relu"),
                          layers.Dense(1)])
opt = keras.optimizers.Adam(3e-3)


@tf.function
def step(xb, yb):
    with tf.GradientTape() as tape:
        pred = model(xb, training=True)
        loss = tf.reduce_mean(tf.square(pred - yb))
    grads = tape.gradient(loss, model.trainable_variables)
    opt.apply_gradients(zip(grads, model.trainable_variables))
    return loss


X = x_train.values.astype("float32")
Y = y_train.values.astype("float32")[:, None]  # (n, 1) like the prediction!
rng = np.random.default_rng(0)
losses = []
for epoch in range(25):
    order = rng.permutation(len(X))
    total = 0.0
    for s in range(0, len(X), 50):
        i = order[s:s + 50]
        total += float(step(tf.constant(X[i]), tf.constant(Y[i])))
    losses.append(total / (len(X) / 50))
    if epoch % 5 == 0:
        print(epoch, losses[-1])

model.compile(optimizer=keras.optimizers.Adam(3e-4), loss="mse")
history = model.fit(X, Y, epochs=6, batch_size=50, verbose=0)
