# RIGHT: Sequential in a loop, Dense - BatchNorm (quick running averages) - ReLU - Dropout, SGD with momentum and a falling rate, tf.data.
import tensorflow as tf

batches = (
    tf.data.Dataset.from_tensor_slices((x_train.to_numpy().astype("float32"), np.asarray(y_train, "float32")[:, None]))
    .shuffle(len(x_train), seed=1)
    .batch(64, drop_remainder=True)
    .prefetch(tf.data.AUTOTUNE)
)
validation = (x_valid.to_numpy().astype("float32"), np.asarray(y_valid, "float32")[:, None])

scaling = layers.Normalization(
    mean=x_train.to_numpy().mean(axis=0), variance=x_train.to_numpy().var(axis=0)
)
model = keras.Sequential([keras.Input((5,)), scaling])
for units, rate in [(64, 0.25), (64, 0.15)]:
    model.add(layers.Dense(units, use_bias=False, kernel_initializer="he_normal"))
    model.add(layers.BatchNormalization(momentum=0.95))
    model.add(layers.ReLU())
    model.add(layers.Dropout(rate))
model.add(layers.Dense(1, activation="sigmoid"))

epochs = 50
rate = keras.optimizers.schedules.CosineDecay(0.05, decay_steps=epochs * len(batches), alpha=0.01)
model.compile(
    optimizer=keras.optimizers.SGD(rate, momentum=0.9, nesterov=True),
    loss=keras.losses.BinaryCrossentropy(),
    metrics=[keras.metrics.AUC(curve="PR", name="average_precision")],
)
history = model.fit(batches, validation_data=validation, epochs=epochs, verbose=0)
