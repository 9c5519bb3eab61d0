# RIGHT: a functional residual network with batch norm, tf.data with one-hot labels and light smoothing, SGD with a cosine schedule, ModelCheckpoint on val_loss and its weights loaded back
import pathlib
import tempfile

import tensorflow as tf

EPOCHS, BATCH = 70, 20


def dataset(images, labels, training=False):
    data = tf.data.Dataset.from_tensor_slices((images, tf.one_hot(labels, 10)))
    return data.shuffle(1000).batch(BATCH) if training else data.batch(250)


def unit(x, filters, name):
    short = layers.Conv2D(filters, 1, use_bias=False, name=f"{name}_short")(x)
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False, name=f"{name}_a")(x)
    x = layers.Activation("relu")(layers.BatchNormalization(momentum=0.9)(x))
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False, name=f"{name}_b")(x)
    x = layers.BatchNormalization(momentum=0.9)(x)
    return layers.Activation("relu")(layers.Add()([x, short]))


inputs = keras.Input((14, 14, 1), name="digit")
x = layers.RandomTranslation(0.07, 0.07, fill_mode="constant")(inputs)
x = layers.RandomShear(0.1, 0.1, fill_mode="constant")(x)
x = layers.Conv2D(16, 3, padding="same", activation="relu", name="stem")(x)
x = layers.MaxPooling2D()(x)
x = unit(x, 24, "unit")
x = layers.MaxPooling2D()(x)
x = layers.Dropout(0.3)(layers.Flatten()(x))
outputs = layers.Dense(10, activation="softmax")(x)
model = keras.Model(inputs, outputs)

train, valid = dataset(x_train, y_train, training=True), dataset(x_valid, y_valid)
schedule = keras.optimizers.schedules.CosineDecay(
    0.0, EPOCHS * len(train), alpha=0.01, warmup_target=0.03, warmup_steps=3 * len(train)
)
model.compile(
    keras.optimizers.SGD(schedule, momentum=0.9, nesterov=True),
    loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.05),
    metrics=["accuracy"],
)
best = pathlib.Path(tempfile.mkdtemp()) / "best.weights.h5"
history = model.fit(
    train, validation_data=valid, epochs=EPOCHS, verbose=0,
    callbacks=[
        keras.callbacks.ModelCheckpoint(str(best), monitor="val_loss", save_best_only=True, save_weights_only=True)
    ],
)
model.load_weights(str(best))
