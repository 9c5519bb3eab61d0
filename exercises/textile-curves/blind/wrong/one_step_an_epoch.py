"""One batch of all 800 patches, ten steps in all.

Caught by: held-out-accuracy
"""

model = keras.Sequential([keras.Input((30, 30, 1)), layers.AveragePooling2D(2),
    layers.Conv2D(8, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.MaxPooling2D(), layers.Flatten(), layers.Dropout(0.25), layers.Dense(5, activation="softmax")])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=800, epochs=10, verbose=0)
