# RIGHT: computes the head in closed form (regularised linear discriminant analysis on the features in numpy), sets it as Dense weights, and polishes it with a short fit
base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
F = np.asarray(base(x_train.astype("float32"), training=False), "float64")
labels = np.asarray(y_train).astype(int).ravel()

means = np.stack([F[labels == k].mean(axis=0) for k in range(5)])
within = F - means[labels]
cov = within.T @ within / (len(F) - 5)
cov = 0.6 * cov + 0.4 * np.trace(cov) / len(cov) * np.eye(len(cov))
kernel = np.linalg.solve(cov, means.T)
bias = -0.5 * np.sum(means.T * kernel, axis=0)

head = layers.Dense(5, activation="softmax", name="discriminant")
model = keras.Sequential([keras.Input((14, 14, 1)), base, head])
head.set_weights([kernel.astype("float32"), bias.astype("float32")])
model.compile(keras.optimizers.SGD(0.001, momentum=0.9), "sparse_categorical_crossentropy", metrics=["accuracy"])
print("closed form:", model.evaluate(x_valid, y_valid, verbose=0)[1])
history = model.fit(x_train, y_train, batch_size=50, epochs=8, validation_data=(x_valid, y_valid), verbose=0)
