# WRONG: (lacks: 3, each convolution combines neighbours or maps) the second "convolution" is depthwise with a 1 x 1 kernel: it only scales each map by itself.
model = keras.Sequential([
    layers.Input((14, 14, 1)),
    layers.RandomTranslation(0.08, 0.08, fill_mode="constant"),
    layers.RandomRotation(0.04, fill_mode="constant"),
    layers.RandomZoom(0.12, fill_mode="constant"),
    layers.Conv2D(24, 5, padding="same", activation="relu"),
    layers.BatchNormalization(momentum=0.95),
    layers.MaxPooling2D(3, strides=3, padding="same"),
    layers.DepthwiseConv2D(1, activation="relu"),      # cheap convolution as in MobileNet
    layers.BatchNormalization(momentum=0.95),
    layers.Flatten(),
    layers.Dropout(0.2),
    layers.Dense(28, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(keras.optimizers.Adam(2e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=200,
                    validation_data=(x_valid, y_valid), verbose=0)
print(model.count_params(), history.history["val_accuracy"][-1])
