"""A model that changes pictures inside a model that reads them; one-hot labels."""

changed = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
        layers.RandomRotation(0.05, fill_mode="constant"),
    ],
    name="changed",
)
picture = keras.Input((14, 14, 1))
x = layers.Conv2D(16, 3, activation="relu")(changed(picture))
x = layers.Conv2D(16, 3, strides=2, activation="relu")(x)
x = layers.Dropout(0.3)(layers.Flatten()(x))
model = keras.Model(picture, layers.Softmax()(layers.Dense(10)(x)))
model.compile(keras.optimizers.Adam(0.003), "categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train,
    keras.utils.to_categorical(y_train),
    validation_data=(x_valid, keras.utils.to_categorical(y_valid)),
    batch_size=20,
    epochs=40,
    verbose=0,
)
