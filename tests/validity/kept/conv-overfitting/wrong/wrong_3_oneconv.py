# WRONG: only the first convolution is one; the second only multiplies each map by a number (depthwise, 1 by 1) and is there to be counted
model = keras.Sequential([
    keras.Input((14, 14, 1)),
    layers.RandomTranslation(0.08, 0.08, fill_mode="constant"),
    layers.RandomRotation(0.03, fill_mode="constant"),
    layers.Conv2D(24, 5, padding="same", activation="relu"),
    layers.DepthwiseConv2D(1),
    layers.MaxPooling2D(3),
    layers.Flatten(),
    layers.Dropout(0.3),
    layers.Dense(10, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=80, validation_data=(x_valid, y_valid), verbose=0)
