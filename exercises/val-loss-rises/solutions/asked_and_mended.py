"""The network of the question: one mild dropout, batch norm that remembers ten steps, Adam, changed pictures."""

model = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
    ]
)
for channels in (8, 16):
    model.add(layers.Conv2D(channels, 3, padding="same", kernel_regularizer=keras.regularizers.L2(1e-4)))
    model.add(layers.BatchNormalization(momentum=0.9))
    model.add(layers.Activation("relu"))
    model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(32, activation="relu", kernel_regularizer=keras.regularizers.L2(1e-4)))
model.add(layers.Dropout(0.3))
model.add(layers.Dense(10, activation="softmax"))
model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=20, epochs=40, verbose=0)
