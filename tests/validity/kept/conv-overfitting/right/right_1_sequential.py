# RIGHT: Sequential, Keras layers that move, turn and zoom the pictures in front of two plain convolutions, no dense layer but the last, dropout, Adam
model = keras.Sequential([
    keras.Input((14, 14, 1)),
    layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
    layers.RandomRotation(0.04, fill_mode="constant"),
    layers.RandomZoom(0.12, 0.12, fill_mode="constant"),
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(32, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dropout(0.4),
    layers.Dense(10, activation="softmax"),
])
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
print(f"{model.count_params():,} parameters")
history = model.fit(x_train, y_train, batch_size=20, epochs=100, validation_data=(x_valid, y_valid), verbose=0)
