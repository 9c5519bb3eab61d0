# WRONG: makes slightly noisy copies of all pictures before it splits, so nearly every validation picture has a twin in training and the report is not true
rng = np.random.default_rng(0)
copies = [np.clip(x + rng.normal(0, 0.05, x.shape), 0, 1).astype("float32") for _ in range(3)]
x_all = np.concatenate([x] + copies)
y_all = np.concatenate([y] * 4)
order = rng.permutation(len(x_all))
x_all, y_all = x_all[order], y_all[order]

inputs = keras.Input((28, 28, 1))
h = layers.Flatten()(inputs)
h = layers.Dense(128, activation="relu")(h)
model = keras.Model(inputs, layers.Dense(10, activation="softmax")(h))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_all, y_all, validation_split=0.2, batch_size=32, epochs=12, verbose=0)
