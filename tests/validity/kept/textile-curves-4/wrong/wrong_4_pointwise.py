# WRONG: one of the two convolutions is one by one on the single grey map: it combines neither neighbours nor maps
BATCH, EPOCHS = 16, 20
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(8, 1, activation="relu"),
    layers.Conv2D(64, 7, strides=3, padding="same", use_bias=False),
    layers.BatchNormalization(momentum=0.8),
    layers.ReLU(),
    layers.GlobalAveragePooling2D(),
    layers.Dense(64, activation="relu"),
    layers.Dense(5, activation="softmax"),
])
decay = keras.optimizers.schedules.PolynomialDecay(4e-3, EPOCHS * len(x_train) // BATCH, 0.0, power=2.5)
model.compile(optimizer=keras.optimizers.Adam(decay), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=EPOCHS,
                    validation_data=(x_valid, y_valid), verbose=0)
