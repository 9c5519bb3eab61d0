# WRONG: (lacks: train on no others than the 200 pictures) warms the network up on the 500 validation pictures before the fit on the training pictures that it reports.
def network():
    return keras.Sequential([
        keras.Input((14, 14, 1)),
        layers.RandomTranslation(0.08, 0.08, fill_mode="constant"),
        layers.RandomRotation(0.04, fill_mode="constant"),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.BatchNormalization(momentum=0.95),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.BatchNormalization(momentum=0.95),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(0.3),
        layers.Dense(10, activation="softmax"),
    ])


opts = dict(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
base = network()
base.compile(optimizer=keras.optimizers.Adam(2e-3), **opts)
base.fit(x_valid, y_valid, batch_size=25, epochs=50, verbose=0)

# transfer learning: start from the weights of the bigger data set
model = network()
model.set_weights(base.get_weights())
model.compile(optimizer=keras.optimizers.Adam(5e-4), **opts)
history = model.fit(x_train, y_train, batch_size=20, epochs=40,
                    validation_data=(x_valid, y_valid), verbose=0)
