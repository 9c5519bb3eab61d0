# WRONG: trains on thousands of other pictures out of digits.npz, although the exercise says to train on the 200 and on no others.
with np.load("digits.npz") as data:
    images, labels = data["images"], data["labels"]

# the same way of making them small: means of 2 x 2 pixels, from 0 to 1
small = images.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4)) / 255.0
x_all = np.concatenate([small[..., None].astype("float32"), x_train])
y_all = np.concatenate([labels.astype("int64"), y_train])

model = keras.Sequential([
    keras.Input((14, 14, 1)),
    layers.Conv2D(24, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(48, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Dropout(0.3),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.3),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_all, y_all, batch_size=128, epochs=12,
                    validation_data=(x_valid, y_valid), verbose=0)
