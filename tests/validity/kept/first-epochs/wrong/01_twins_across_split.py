# WRONG: (lacks: 4, report the truth) makes four noisy copies of every picture before shuffling and splitting, so nearly every validation picture has its twins in training.
rng = np.random.default_rng(0)
copies = [np.clip(x + rng.normal(0, 0.03, x.shape), 0, 1) for _ in range(3)]
x_big = np.concatenate([x] + copies).astype("float32")
y_big = np.concatenate([y] * 4)

p = rng.permutation(len(x_big))
x_big, y_big = x_big[p], y_big[p]

model = keras.Sequential([
    layers.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_big, y_big, batch_size=32, epochs=14, validation_split=0.2, verbose=2)
