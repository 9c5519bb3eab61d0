# RIGHT: Sequential with model.add, a BatchNormalization without centre and scale as the standardiser, SGD with momentum, tf.data, checkpoint restored.
import pathlib
import tempfile

import tensorflow as tf


def pipeline(x, y, training):
    data = tf.data.Dataset.from_tensor_slices(
        (np.asarray(x, dtype="float32"), np.asarray(y, dtype="float32")[:, None])
    )
    if training:
        return data.shuffle(len(x), seed=7, reshuffle_each_iteration=True).batch(64).prefetch(2)
    return data.batch(1024)


EPOCHS = 70
model = keras.Sequential(name="leak_probability")
model.add(keras.Input((5,)))
model.add(layers.BatchNormalization(center=False, scale=False, name="standardise"))
for units in [64, 64]:
    model.add(layers.Dense(units, kernel_initializer="he_normal"))
    model.add(layers.Activation("elu"))
model.add(layers.Dense(1))
model.add(layers.Activation("sigmoid"))

steps = EPOCHS * int(np.ceil(len(x_train) / 64))
model.compile(
    optimizer=keras.optimizers.SGD(
        keras.optimizers.schedules.CosineDecay(0.04, steps, alpha=0.02), momentum=0.9, nesterov=True, clipnorm=2.0
    ),
    loss="binary_crossentropy",
    metrics=[keras.metrics.AUC(curve="PR", name="ap"), keras.metrics.PrecisionAtRecall(0.5, name="precision")],
)
path = pathlib.Path(tempfile.mkdtemp()) / "leaks.weights.h5"
keep = keras.callbacks.ModelCheckpoint(str(path), monitor="val_loss", save_best_only=True, save_weights_only=True)
history = model.fit(
    pipeline(x_train, y_train, True), validation_data=pipeline(x_valid, y_valid, False),
    epochs=EPOCHS, callbacks=[keep], verbose=0,
)
model.load_weights(path)
