# RIGHT: tf.data with Keras layers that change every batch anew, a residual block with batch norm and global pooling, one-hot labels with smoothing, RMSprop, the rate falls on a plateau
import tensorflow as tf

change = [
    layers.RandomTranslation(0.07, 0.07, fill_mode="constant"),
    layers.RandomRotation(0.04, fill_mode="constant"),
    layers.RandomShear(0.1, 0.1, fill_mode="constant"),
]


def augment(images, labels):
    for layer in change:
        images = layer(images, training=True)
    return images, labels


train_data = (
    tf.data.Dataset.from_tensor_slices((x_train, keras.utils.to_categorical(y_train, 10)))
    .shuffle(len(x_train))
    .batch(20)
    .map(augment)
    .prefetch(2)
)
valid_data = tf.data.Dataset.from_tensor_slices((x_valid, keras.utils.to_categorical(y_valid, 10))).batch(250).cache()


def conv(x, filters):
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    return layers.BatchNormalization(momentum=0.9)(x)


picture = keras.Input((14, 14, 1))
x = layers.ReLU()(conv(picture, 24))
x = layers.MaxPooling2D()(x)
short = x
x = layers.ReLU()(conv(x, 24))
x = conv(x, 24)
x = layers.ReLU()(layers.Add()([x, short]))
x = layers.MaxPooling2D()(x)
x = layers.Flatten()(x)
x = layers.Dropout(0.4)(x)
model = keras.Model(picture, layers.Dense(10, activation="softmax")(x), name="residual_reader")
assert model.count_params() <= 20_000

model.compile(
    optimizer=keras.optimizers.RMSprop(0.001),
    loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.1),
    metrics=["accuracy"],
)
history = model.fit(
    train_data,
    validation_data=valid_data,
    epochs=90,
    callbacks=[keras.callbacks.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=8, min_lr=1e-4)],
    verbose=0,
)
