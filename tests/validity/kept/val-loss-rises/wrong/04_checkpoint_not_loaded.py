# WRONG: (lacks: 5, a loss of at most 0.45 at the end) saves the best epoch to a file but never loads it, the model goes on to learn by heart
model = keras.Sequential([
    keras.Input((14, 14, 1)),
    layers.Conv2D(32, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(64, 3, padding="same", activation="relu"),
    layers.Flatten(),
    layers.Dense(128, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.004), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
best = keras.callbacks.ModelCheckpoint("best.weights.h5", monitor="val_loss", save_best_only=True,
                                       save_weights_only=True)
history = model.fit(x_train, y_train, batch_size=16, epochs=120, validation_data=(x_valid, y_valid),
                    callbacks=[best], verbose=0)
print("best validation loss:", min(history.history["val_loss"]))
