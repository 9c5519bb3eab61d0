# RIGHT: tutorial style Sequential, shuffles by hand with NumPy and slices off the last fifth for validation.
perm = np.random.permutation(len(x))
x_shuffled = x[perm]
y_shuffled = y[perm]

n = int(0.8 * len(x))
train_images, train_labels = x_shuffled[:n], y_shuffled[:n]
val_images, val_labels = x_shuffled[n:], y_shuffled[n:]
print(np.bincount(val_labels))

model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam",
              loss="sparse_categorical_crossentropy",
              metrics=["accuracy"])
history = model.fit(train_images, train_labels, batch_size=16, epochs=6,
                    validation_data=(val_images, val_labels))
