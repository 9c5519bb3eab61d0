"""A model that changes pictures inside a model that reads them; one-hot labels, a cosine."""

epochs, batch_size = 60, 20
changed = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
        layers.RandomRotation(0.04, fill_mode="constant"),
        layers.RandomZoom(0.1, fill_mode="constant"),
    ],
    name="changed",
)
picture = keras.Input((14, 14, 1))
x = layers.Conv2D(16, 3, activation="relu")(changed(picture))
x = layers.Conv2D(32, 3, strides=2, activation="relu")(x)
x = layers.Dropout(0.4)(layers.Flatten()(x))
model = keras.Model(picture, layers.Softmax()(layers.Dense(10)(x)))
rate = keras.optimizers.schedules.CosineDecay(0.004, epochs * len(y_train) // batch_size)
model.compile(keras.optimizers.Adam(rate), "categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train,
    keras.utils.to_categorical(y_train),
    validation_data=(x_valid, keras.utils.to_categorical(y_valid)),
    batch_size=batch_size,
    epochs=epochs,
    verbose=0,
)
