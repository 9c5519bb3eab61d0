"""A right answer that does not keep what fit returns: the check cannot run."""

epochs, batch_size = 12, 32
rate = keras.optimizers.schedules.CosineDecay(4e-3, epochs * len(y_train) // batch_size)
model = keras.Sequential([keras.Input((30, 30, 1)), layers.AveragePooling2D(2)])
for channels in (8, 16):
    model.add(layers.Conv2D(channels, 3, padding="same", activation="relu"))
    model.add(layers.BatchNormalization(momentum=0.9))
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(5, activation="softmax"))
model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=batch_size, epochs=epochs, verbose=0)
