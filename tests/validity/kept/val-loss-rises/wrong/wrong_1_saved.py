# WRONG: the best epoch is saved to a file but never loaded again, so the training ends with the overconfident weights of its last epoch
model = keras.Sequential([
    keras.Input((14, 14, 1)),
    layers.Conv2D(32, 3, activation="relu", padding="same"),
    layers.MaxPooling2D(),
    layers.Conv2D(64, 3, activation="relu", padding="same"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(128, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.002), "sparse_categorical_crossentropy", metrics=["accuracy"])
checkpoint = keras.callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)
history = model.fit(
    x_train, y_train, batch_size=16, epochs=80, validation_data=(x_valid, y_valid), callbacks=[checkpoint], verbose=0
)
print("best validation loss:", min(history.history["val_loss"]))
