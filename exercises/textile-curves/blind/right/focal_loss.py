"""One-hot labels and Keras' CategoricalFocalCrossentropy."""

epochs, batch = 14, 16
rate = keras.optimizers.schedules.CosineDecay(2e-3, epochs * 800 // batch)
model = keras.Sequential([
    keras.Input((30, 30, 1)), layers.AveragePooling2D(2),
    layers.Conv2D(8, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.MaxPooling2D(), layers.Flatten(), layers.Dropout(0.25), layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(rate), loss=keras.losses.CategoricalFocalCrossentropy(), metrics=["accuracy"])
history = model.fit(x_train, keras.utils.to_categorical(y_train), validation_data=(x_valid, keras.utils.to_categorical(y_valid)), batch_size=batch, epochs=epochs, verbose=0)
