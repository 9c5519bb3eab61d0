"""Four steps per epoch: batch norm's averages have not arrived when the training ends, and the curve is flat.

Caught by: held-out-accuracy
"""

model = keras.Sequential(
    [
        keras.Input((30, 30, 1)),
        layers.AveragePooling2D(2),
        layers.Conv2D(8, 3, padding="same", activation="relu"),
        layers.BatchNormalization(),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.BatchNormalization(),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(0.25),
        layers.Dense(5, activation="softmax"),
    ]
)
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=200, epochs=10, verbose=0)
