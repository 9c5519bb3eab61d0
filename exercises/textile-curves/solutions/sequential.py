"""Sequential from a list, pooling before and after, a cosine that ends at zero: what the chapter calls the fix."""

epochs, batch_size = 12, 16
rate = keras.optimizers.schedules.CosineDecay(1e-3, epochs * len(y_train) // batch_size)
model = keras.Sequential(
    [
        keras.Input((30, 30, 1)),
        layers.AveragePooling2D(2),
        layers.Conv2D(8, 3, padding="same", activation="relu"),
        layers.BatchNormalization(momentum=0.9),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.BatchNormalization(momentum=0.9),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(0.25),
        layers.Dense(5, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=batch_size, epochs=epochs, verbose=0
)
