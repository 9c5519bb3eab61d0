"""The network of the question.

Caught by: held-out-accuracy
"""

model = keras.Sequential([keras.Input((14, 14, 1))])
for channels in (8, 16):
    model.add(layers.Conv2D(channels, 3, padding="same", kernel_regularizer=keras.regularizers.L2(1e-4)))
    model.add(layers.BatchNormalization())
    model.add(layers.Activation("relu"))
    model.add(layers.Dropout(0.7))
    model.add(layers.MaxPooling2D())
    model.add(layers.Dropout(0.5))
model.add(layers.Flatten())
model.add(layers.Dense(16, kernel_regularizer=keras.regularizers.L2(1e-4)))
model.add(layers.BatchNormalization())
model.add(layers.Activation("relu"))
model.add(layers.Dropout(0.5))
model.add(layers.Dense(10, activation="softmax"))
model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=20, epochs=60, verbose=0)
