# WRONG: (lacks: 5, learn most of it in one epoch) a warm-up whose first epoch runs at a learning rate of 1e-5, so that the first epoch teaches next to nothing.
i = np.random.permutation(len(x))
xs, ys = x[i], y[i]
cut = int(len(xs) * 0.8)

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy",
              metrics=["accuracy"])


def warmup(epoch, lr):
    return 1e-5 if epoch == 0 else 1e-3


history = model.fit(xs[:cut], ys[:cut], batch_size=16, epochs=7,
                    validation_data=(xs[cut:], ys[cut:]),
                    callbacks=[keras.callbacks.LearningRateScheduler(warmup)])
