"""ReduceLROnPlateau and EarlyStopping with restore_best_weights; up to 20 epochs, at least ten."""

model = keras.Sequential([
    keras.Input((30, 30, 1)), layers.AveragePooling2D(2),
    layers.Conv2D(12, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.Conv2D(24, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.MaxPooling2D(), layers.Flatten(), layers.Dropout(0.25), layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
calls = [keras.callbacks.ReduceLROnPlateau(monitor="val_loss", patience=1, factor=0.3), keras.callbacks.EarlyStopping(patience=8, restore_best_weights=True, start_from_epoch=6)]
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=16, epochs=20, callbacks=calls, verbose=0)
