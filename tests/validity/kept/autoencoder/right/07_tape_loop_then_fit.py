# RIGHT: a GradientTape loop like in PyTorch, where the weight of the picture loss sinks from epoch to epoch, and a few epochs of fit at the end for a history
import tensorflow as tf

inp = keras.Input((28, 28, 1))
h = layers.Flatten()(inp)
h = layers.Dense(256)(h)
h = layers.LeakyReLU(negative_slope=0.1)(h)
z = layers.Dense(16)(h)
g = layers.Dense(256)(z)
g = layers.LeakyReLU(negative_slope=0.1)(g)
picture = layers.Dense(784, activation="sigmoid", name="picture")(g)
digit = layers.Dense(10, activation="softmax", name="digit")(layers.Dense(32, activation="relu")(z))
model = keras.Model(inp, outputs=dict(picture=picture, digit=digit))

images = x_train.astype("float32")
labels = np.asarray(y_train).astype("int32")
optimizer = keras.optimizers.Adam(1e-3)
optimizer.build(model.trainable_variables)


@tf.function
def step(x, d, alpha):
    with tf.GradientTape() as tape:
        out = model(x, training=True)
        loss_p = tf.reduce_mean(tf.square(out["picture"] - tf.reshape(x, (-1, 784))))
        loss_d = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(d, out["digit"]))
        loss = alpha * loss_p + loss_d
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss_p, loss_d


bs = 64
for epoch in range(22):
    alpha = tf.constant(60.0 - epoch, tf.float32)
    perm = np.random.permutation(len(images))
    running = []
    for start in range(0, len(images) - bs + 1, bs):
        b = perm[start:start + bs]
        running.append([float(v) for v in step(tf.constant(images[b]), tf.constant(labels[b]), alpha)])
    if epoch % 5 == 0:
        print(f"epoch {epoch}: mse {np.mean(running, 0)[0]:.4f}, crossentropy {np.mean(running, 0)[1]:.3f}")

model.compile(keras.optimizers.Adam(3e-4),
              loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
              loss_weights={"picture": 40.0, "digit": 1.0}, metrics={"digit": "accuracy"})
history = model.fit(images, {"picture": images.reshape(-1, 784), "digit": labels}, epochs=6, batch_size=bs, verbose=0,
                    validation_data=(x_valid, {"picture": x_valid.reshape(-1, 784), "digit": y_valid}))
