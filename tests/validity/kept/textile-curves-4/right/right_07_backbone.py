# RIGHT: a backbone model inside a model with a dense head, soft labels (one-hot with smoothing), patches from tf.data with a little noise, a rate by callback
import tensorflow as tf

EPOCHS, BATCH = 22, 20

backbone = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(32, 5, strides=2, padding="same", kernel_initializer="he_uniform"),
    layers.BatchNormalization(momentum=0.9),
    layers.Activation("elu"),
    layers.Conv2D(64, 3, padding="same", kernel_initializer="he_uniform"),
    layers.BatchNormalization(momentum=0.9),
    layers.Activation("elu"),
    layers.AveragePooling2D(3),
    layers.Conv2D(64, 3, padding="same", kernel_initializer="he_uniform"),
    layers.BatchNormalization(momentum=0.9),
    layers.Activation("elu"),
    layers.GlobalAveragePooling2D(),
], name="backbone")

grey = keras.Input((30, 30, 1))
features = backbone(layers.Normalization(axis=None, mean=float(np.mean(x_train)), variance=float(np.var(x_train)))(grey))
h = layers.Dense(32, activation="elu")(features)
h = layers.Dropout(0.25)(h)
model = keras.Model(grey, layers.Dense(5, activation="softmax")(h))


def dataset(patches, names, training):
    ds = tf.data.Dataset.from_tensor_slices((np.asarray(patches, "float32"), keras.utils.to_categorical(names, 5)))
    if training:
        ds = ds.shuffle(len(patches)).batch(BATCH)
        ds = ds.map(lambda p, n: (p + tf.random.normal(tf.shape(p), stddev=0.01), n))
    else:
        ds = ds.batch(100)
    return ds.prefetch(tf.data.AUTOTUNE)


def rate(epoch):
    return 1.5e-3 if epoch < 8 else 1.5e-3 * 0.7 ** (epoch - 7)


model.compile(optimizer=keras.optimizers.Adam(1.5e-3),
              loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.05), metrics=["accuracy"])
history = model.fit(dataset(x_train, y_train, True), validation_data=dataset(x_valid, y_valid, False),
                    epochs=EPOCHS, callbacks=[keras.callbacks.LearningRateScheduler(rate)], verbose=0)
