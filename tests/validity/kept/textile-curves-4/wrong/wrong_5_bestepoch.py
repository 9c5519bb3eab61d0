# WRONG: the rate stays high and the curve jumps to the end; restoring the best epoch only makes the last number good, not the curve smooth
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(32, 3, padding="same", strides=2, activation="relu"),
    layers.BatchNormalization(),
    layers.Conv2D(64, 3, padding="same", strides=2, activation="relu"),
    layers.BatchNormalization(),
    layers.GlobalMaxPooling2D(),
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.RMSprop(1e-2), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train, y_train, batch_size=16, epochs=30, validation_data=(x_valid, y_valid), verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_accuracy", patience=30, restore_best_weights=True)],
)
