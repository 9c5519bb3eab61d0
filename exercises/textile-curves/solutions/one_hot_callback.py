"""One-hot labels, a softmax of its own, a callback that lowers the learning rate by a quarter after each epoch."""

model = keras.Sequential([keras.Input((30, 30, 1)), layers.AveragePooling2D(2)])
for channels in (8, 16):
    model.add(layers.Conv2D(channels, 3, padding="same", activation="relu"))
    model.add(layers.BatchNormalization(momentum=0.9))
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dropout(0.25))
model.add(layers.Dense(5))
model.add(layers.Softmax())
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train,
    keras.utils.to_categorical(y_train),
    validation_data=(x_valid, keras.utils.to_categorical(y_valid)),
    batch_size=32,
    epochs=14,
    callbacks=[keras.callbacks.LearningRateScheduler(lambda epoch: 4e-3 * 0.75**epoch)],
    verbose=0,
)
