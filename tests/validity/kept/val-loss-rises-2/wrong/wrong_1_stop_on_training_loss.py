# WRONG: EarlyStopping watches the training loss, so "the best weights" are those that know the 200 pictures by heart, and the model at the end is too sure.
inputs = keras.Input(shape=(14, 14, 1))
x = layers.Conv2D(32, 3, padding="same", activation="relu")(inputs)
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(64, 3, padding="same", activation="relu")(x)
x = layers.MaxPooling2D()(x)
x = layers.Flatten()(x)
x = layers.Dense(128, activation="relu")(x)
outputs = layers.Dense(10, activation="softmax")(x)
model = keras.Model(inputs, outputs)

model.compile(
    optimizer=keras.optimizers.Adam(2e-3),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

# stop when it does not get better any more, and go back to the best epoch
stop = keras.callbacks.EarlyStopping(monitor="loss", patience=10, restore_best_weights=True)
history = model.fit(
    x_train, y_train,
    batch_size=16,
    epochs=80,
    validation_data=(x_valid, y_valid),
    callbacks=[stop],
    verbose=0,
)
print("best validation loss:", min(history.history["val_loss"]))
