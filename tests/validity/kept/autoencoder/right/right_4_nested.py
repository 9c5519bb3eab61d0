# RIGHT: three nested models (a small convolutional encoder, a decoder called "picture", a head called "digit"), tf.data, AdamW with a cosine schedule, early stopping
import tensorflow as tf

CODE, BATCH, EPOCHS = 16, 64, 30


def make_encoder() -> keras.Model:
    a = keras.Input((28, 28, 1))
    b = layers.Rescaling(2.0, offset=-1.0)(a)
    b = layers.Conv2D(8, 5, strides=2, padding="same", activation="gelu")(b)
    b = layers.Conv2D(16, 3, strides=2, padding="same", activation="gelu")(b)
    b = layers.Flatten()(b)
    return keras.Model(a, layers.Dense(CODE)(b), name="encoder")


def make_decoder() -> keras.Model:
    return keras.Sequential(
        [
            keras.Input((CODE,)),
            layers.Dense(256, activation="gelu"),
            layers.Dense(784, activation="sigmoid"),
            layers.Reshape((28, 28, 1)),
        ],
        name="picture",
    )


def make_head() -> keras.Model:
    return keras.Sequential(
        [keras.Input((CODE,)), layers.Dense(64, activation="gelu"), layers.Dense(10, activation="softmax")],
        name="digit",
    )


def pipeline(images, labels, training: bool) -> tf.data.Dataset:
    data = tf.data.Dataset.from_tensor_slices((images, {"picture": images, "digit": labels}))
    if training:
        data = data.shuffle(len(images), reshuffle_each_iteration=True)
    return data.batch(BATCH).prefetch(tf.data.AUTOTUNE)


encoder, decoder, head = make_encoder(), make_decoder(), make_head()
inputs = keras.Input((28, 28, 1))
code = encoder(inputs)
model = keras.Model(inputs, [decoder(code), head(code)])

steps = int(np.ceil(len(x_train) / BATCH)) * EPOCHS
model.compile(
    optimizer=keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(3e-3, steps, alpha=0.02), weight_decay=1e-4),
    loss={"picture": "mean_squared_error", "digit": "sparse_categorical_crossentropy"},
    loss_weights={"picture": 60.0, "digit": 1.0},
    metrics={"digit": "accuracy"},
)
history = model.fit(
    pipeline(x_train, y_train, True),
    validation_data=pipeline(x_valid, y_valid, False),
    epochs=EPOCHS,
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=8, restore_best_weights=True)],
    verbose=0,
)
