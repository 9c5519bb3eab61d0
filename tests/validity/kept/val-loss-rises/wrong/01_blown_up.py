# WRONG: (lacks: 1, one grey picture of (14, 14, 1)) enlarges the pictures outside the model to the 28 x 28 of the MNIST tutorial
x_train = x_train.repeat(2, axis=1).repeat(2, axis=2)
x_valid = x_valid.repeat(2, axis=1).repeat(2, axis=2)
print(x_train.shape, x_valid.shape)

model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
    layers.Conv2D(32, kernel_size=(3, 3), activation="relu"),
    layers.MaxPooling2D(pool_size=(2, 2)),
    layers.Conv2D(64, kernel_size=(3, 3), activation="relu"),
    layers.MaxPooling2D(pool_size=(2, 2)),
    layers.Flatten(),
    layers.Dropout(0.4),
    layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=16, epochs=50, validation_data=(x_valid, y_valid), verbose=0)
