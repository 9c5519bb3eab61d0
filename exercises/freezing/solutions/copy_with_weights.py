"""A copy of the base that was given its weights, one-hot labels, a picture that is shifted in training."""

base = keras.models.load_model(ag.datasets.digit_base())
copy = keras.models.clone_model(base)
copy.set_weights(base.get_weights())
copy.trainable = False
model = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.RandomTranslation(0.05, 0.05, fill_mode="constant"),
        copy,
        layers.Dense(5, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.03), loss="categorical_crossentropy", metrics=["accuracy"])
hot = keras.utils.to_categorical(y_train, 5), keras.utils.to_categorical(y_valid, 5)
history = model.fit(x_train, hot[0], validation_data=(x_valid, hot[1]), batch_size=25, epochs=30, verbose=0)
