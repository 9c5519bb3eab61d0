"""A large network that nothing holds back; its best epoch is written to a file that nobody reads.

Caught by: not-too-sure
"""

model = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(64, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
keep = keras.callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=20, epochs=60, callbacks=[keep], verbose=0
)
