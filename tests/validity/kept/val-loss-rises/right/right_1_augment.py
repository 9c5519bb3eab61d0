# RIGHT: Sequential with random moves and turns inside the model, two convolutions and one moderate dropout, Adam, a fixed number of epochs
model = keras.Sequential([
    keras.Input((14, 14, 1)),
    layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
    layers.RandomRotation(0.03, fill_mode="constant"),
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(32, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dropout(0.3),
    layers.Dense(10, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.002), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=80, validation_data=(x_valid, y_valid), verbose=0)
