# WRONG: the network is trained in secret with train_on_batch before fit begins to count, so "25 steps" are really more than 370
model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

# warm-up: find a good starting point first
for _ in range(2):
    order = np.random.permutation(len(x_train))
    for start in range(0, len(order), 32):
        rows = order[start:start + 32]
        model.train_on_batch(x_train[rows], y_train[rows])

history = model.fit(x_train, y_train, batch_size=256, epochs=3, validation_data=(x_valid, y_valid), verbose=0)
