"""The answer's checkpoint: its comment says "best", its argument keeps every epoch, so the last one.

Caught by: low-loss
"""

model = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.Conv2D(8, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(16, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
keep = keras.callbacks.ModelCheckpoint(
    "best.weights.h5", monitor="val_loss", save_best_only=False, save_weights_only=True
)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=20, epochs=60, callbacks=[keep], verbose=0
)
model.load_weights("best.weights.h5")
