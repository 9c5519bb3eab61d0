"""A checkpoint that keeps the best epoch, loaded when the training is over."""

picture = keras.Input((14, 14, 1))
x = layers.Conv2D(16, 3, padding="same", activation="relu")(picture)
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(32, 3, padding="same", activation="relu")(x)
x = layers.MaxPooling2D()(x)
x = layers.Dropout(0.5)(layers.Flatten()(x))
model = keras.Model(picture, layers.Dense(10, activation="softmax")(x))
model.compile(keras.optimizers.Nadam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
keep = keras.callbacks.ModelCheckpoint("best.weights.h5", save_best_only=True, save_weights_only=True)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=20, epochs=25, callbacks=[keep], verbose=0
)
model.load_weights("best.weights.h5")
