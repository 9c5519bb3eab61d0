# RIGHT: tutorial style: augmentation layers in front, three convolutions with batch norm, dropout before the only dense layer, plain Adam.
data_augmentation = keras.Sequential([
    layers.RandomTranslation(0.08, 0.08, fill_mode="constant"),
    layers.RandomRotation(0.04, fill_mode="constant"),
    layers.RandomZoom(0.12, fill_mode="constant"),
])

model = keras.Sequential([
    keras.Input(shape=(14, 14, 1)),
    data_augmentation,
    layers.Conv2D(16, 3, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.95),
    layers.ReLU(),
    layers.Conv2D(16, 3, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.95),
    layers.ReLU(),
    layers.MaxPooling2D(),
    layers.Conv2D(32, 3, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.95),
    layers.ReLU(),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dropout(0.3),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.summary()
history = model.fit(x_train, y_train, batch_size=20, epochs=200,
                    validation_data=(x_valid, y_valid), verbose=0)
