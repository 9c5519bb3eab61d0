# WRONG: (lacks 2: five units, one for each class) six units, because the student counts a background class
num_classes = len(np.unique(y_train)) + 1   # plus background
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(32, 5, strides=2, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.Conv2D(48, 3, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.MaxPooling2D(2),
    layers.Conv2D(64, 3, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.GlobalAveragePooling2D(),
    layers.Dense(num_classes, activation="softmax"),
])
EPOCHS = 18
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
slower = keras.callbacks.LearningRateScheduler(lambda e: 2e-3 * (1 - e / EPOCHS) ** 1.7)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=EPOCHS, batch_size=16,
                    callbacks=[slower], verbose=0)
