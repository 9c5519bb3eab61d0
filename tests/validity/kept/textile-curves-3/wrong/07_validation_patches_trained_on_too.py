# WRONG: (lacks "800 patches to train on ...; train on no others") after choosing the settings the student trains on training and validation patches together
x_all = np.concatenate([x_train, x_valid])
y_all = np.concatenate([y_train, y_valid])
EPOCHS = 18
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
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
slower = keras.callbacks.LearningRateScheduler(lambda e: 2e-3 * (1 - e / EPOCHS) ** 1.7)
history = model.fit(x_all, y_all, validation_data=(x_valid, y_valid), epochs=EPOCHS, batch_size=16,
                    callbacks=[slower], verbose=0)
