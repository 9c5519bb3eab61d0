# WRONG: (lacks 3: each of which combines neighbours or maps) the second convolution is depthwise with size 1: it only multiplies each map by a number
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(48, 7, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.MaxPooling2D(2),
    layers.DepthwiseConv2D(1),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.GlobalAveragePooling2D(),
    layers.Dense(128, activation="relu"),
    layers.Dense(5, activation="softmax"),
])
EPOCHS = 18
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
slower = keras.callbacks.LearningRateScheduler(lambda e: 2e-3 * (1 - e / EPOCHS) ** 1.7)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=EPOCHS, batch_size=16,
                    callbacks=[slower], verbose=0)
