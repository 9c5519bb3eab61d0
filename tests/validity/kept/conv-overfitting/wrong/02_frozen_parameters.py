# WRONG: (lacks: 4, at most 20,000 parameters, trained or not) trains a network of about 25,000 parameters and then freezes its convolutions, so that the summary shows few trainable ones.
model = keras.Sequential([
    keras.Input((14, 14, 1)),
    layers.RandomTranslation(0.08, 0.08, fill_mode="constant"),
    layers.RandomRotation(0.045, fill_mode="constant"),
    layers.RandomZoom(0.12, fill_mode="constant"),
    layers.Conv2D(32, 3, padding="same", activation="relu"),
    layers.BatchNormalization(momentum=0.95),
    layers.MaxPooling2D(),
    layers.Conv2D(64, 3, padding="same", activation="relu"),
    layers.BatchNormalization(momentum=0.95),
    layers.MaxPooling2D(),
    layers.Conv2D(10, 1, activation="relu"),
    layers.Flatten(),
    layers.Dropout(0.3),
    layers.Dense(48, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(keras.optimizers.Adam(1e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=20, epochs=130, validation_data=(x_valid, y_valid), verbose=0)

# the convolutions are good now: freeze them and train the end only
for layer in model.layers:
    if isinstance(layer, (layers.Conv2D, layers.BatchNormalization)):
        layer.trainable = False
model.compile(keras.optimizers.Adam(3e-4), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=30, validation_data=(x_valid, y_valid), verbose=0)
model.summary()
print("trainable:", sum(int(np.prod(w.shape)) for w in model.trainable_weights))
