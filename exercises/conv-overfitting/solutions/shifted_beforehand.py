"""Eight more copies of each picture, shifted by one pixel, made before the training."""


def shifted(images, down, right):
    """The pictures, moved by so many pixels; what enters is paper."""
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1), (0, 0)))
    return padded[:, 1 - down : 15 - down, 1 - right : 15 - right]


moves = [(down, right) for down in (-1, 0, 1) for right in (-1, 0, 1)]
many = np.concatenate([shifted(x_train, *move) for move in moves])
model = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(0.5),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(keras.optimizers.Adam(0.002), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    many, np.tile(y_train, len(moves)), validation_data=(x_valid, y_valid), batch_size=36, epochs=12, verbose=0
)
