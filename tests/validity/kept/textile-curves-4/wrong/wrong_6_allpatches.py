# WRONG: it trains on the 300 validation patches too and then measures on them, so its curve is smooth and high because it has seen the answers
x_all = np.concatenate([x_train, x_valid])
y_all = np.concatenate([y_train, y_valid])

model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(32, 5, strides=2, padding="same", activation="relu"),
    layers.BatchNormalization(momentum=0.8),
    layers.Conv2D(64, 3, strides=2, padding="same", activation="relu"),
    layers.BatchNormalization(momentum=0.8),
    layers.Conv2D(64, 3, padding="same", activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
rate = keras.optimizers.schedules.PolynomialDecay(2e-3, 20 * (len(x_all) // 20), 0.0, power=2)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_all, y_all, batch_size=20, epochs=20, validation_data=(x_valid, y_valid), verbose=0)
