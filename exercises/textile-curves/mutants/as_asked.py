"""The network of the question, with a tenth of its epochs: batches of four, steps of the same length to the end.

Caught by: smooth-curve
"""

model = keras.Sequential([keras.Input((30, 30, 1))])
for channels, activation in ((8, "relu"), (16, "relu"), (32, "sigmoid")):
    penalty = keras.regularizers.L2(0.01)
    model.add(layers.Conv2D(channels, 2, padding="same", activation=activation, kernel_regularizer=penalty))
    model.add(layers.BatchNormalization())
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dropout(0.5))
model.add(layers.Dense(5, activation="softmax"))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=4, epochs=10, verbose=0)
