# RIGHT: a denoising autoencoder on the 200 training pictures, its weights moved into a classifier that is first frozen, then fine-tuned (several fits, L2 and dropout).
def make_encoder(name):
    picture = keras.Input((14, 14, 1))
    z = layers.Conv2D(32, 3, padding="same", activation="relu")(picture)
    z = layers.Conv2D(32, 3, strides=2, padding="same", activation="relu")(z)
    z = layers.Conv2D(48, 3, padding="same", activation="relu")(z)
    return keras.Model(picture, z, name=name)


# 1. learn strokes without any label
teacher = make_encoder("encoder_of_autoencoder")
picture = keras.Input((14, 14, 1))
z = layers.GaussianNoise(0.3)(picture)
z = layers.SpatialDropout2D(0.2)(teacher(z))
z = layers.Conv2DTranspose(32, 3, strides=2, padding="same", activation="relu")(z)
z = layers.Conv2D(1, 3, padding="same", activation="sigmoid")(z)
autoencoder = keras.Model(picture, z)
autoencoder.compile("adam", "binary_crossentropy")
autoencoder.fit(x_train, x_train, epochs=40, batch_size=20, verbose=0)

# 2. the classifier gets the weights
encoder = make_encoder("encoder")
encoder.set_weights(teacher.get_weights())
encoder.trainable = False

picture = keras.Input((14, 14, 1), name="picture")
z = layers.RandomTranslation(0.1, 0.1, fill_mode="nearest")(picture)
z = layers.RandomRotation(0.03, fill_mode="nearest")(z)
z = encoder(z)
z = layers.MaxPooling2D()(z)
z = layers.Dropout(0.25)(z)
z = layers.Conv2D(64, 3, activation="relu", padding="same",
                  kernel_regularizer=keras.regularizers.L2(1e-4))(z)
z = layers.Flatten()(z)
z = layers.Dense(64, activation="relu", kernel_regularizer=keras.regularizers.L2(1e-4))(z)
z = layers.Dropout(0.4)(z)
digit = layers.Dense(10, activation="softmax", name="digit")(z)
model = keras.Model(picture, digit)

history = []
for trainable, rate, epochs in [(False, 2e-3, 12), (True, 1e-3, 45), (True, 2e-4, 10)]:
    encoder.trainable = trainable
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy", metrics=["accuracy"])
    history.append(
        model.fit(x_train, y_train, batch_size=20, epochs=epochs,
                  validation_data=(x_valid, y_valid), verbose=0)
    )
