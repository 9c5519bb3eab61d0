# RIGHT: the plain tutorial way: Sequential with Keras' random translation and rotation and one moderate dropout
model = keras.Sequential([
    keras.Input(shape=(14, 14, 1)),
    layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
    layers.RandomRotation(0.03, fill_mode="constant"),
    layers.Conv2D(24, 3, activation="relu", padding="same"),
    layers.MaxPooling2D(),
    layers.Conv2D(48, 3, activation="relu", padding="same"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dropout(0.3),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.002), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=60, validation_data=(x_valid, y_valid), verbose=0)
print(model.evaluate(x_valid, y_valid, verbose=0))
