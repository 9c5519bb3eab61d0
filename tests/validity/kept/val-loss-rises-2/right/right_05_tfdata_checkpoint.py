# RIGHT: a tf.data pipeline that crops at random outside the model, a small residual network with logits, Nadam, ReduceLROnPlateau and a checkpoint that is loaded again.
import tensorflow as tf

keras_init = keras.initializers.HeNormal


def conv_bn(x, filters, name):
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False,
                      kernel_initializer=keras_init(), name=name)(x)
    return layers.BatchNormalization(momentum=0.9, name=name + "_bn")(x)


def block(x, filters, name):
    short = x if x.shape[-1] == filters else layers.Conv2D(filters, 1, name=name + "_short")(x)
    y = layers.Activation("swish")(conv_bn(x, filters, name + "_a"))
    y = conv_bn(y, filters, name + "_b")
    return layers.Activation("swish")(layers.Add()([short, y]))


picture = keras.Input((14, 14, 1), name="picture")
h = layers.Activation("swish")(conv_bn(picture, 32, "stem"))
h = block(h, 32, "one")
h = layers.MaxPooling2D()(h)
h = block(h, 64, "two")
h = layers.MaxPooling2D()(h)
h = layers.Flatten()(h)
h = layers.Dropout(0.5)(h)
logits = layers.Dense(10, name="logits")(h)
model = keras.Model(picture, logits, name="small_resnet")


def crop(image, label):
    image = tf.pad(image, [[1, 1], [1, 1], [0, 0]])
    return tf.image.random_crop(image, (14, 14, 1)), label


AUTO = tf.data.AUTOTUNE
train_ds = (
    tf.data.Dataset.from_tensor_slices((x_train.astype("float32"), y_train))
    .cache()
    .shuffle(len(x_train))
    .repeat(2)  # an epoch shows each picture twice, each time cropped anew
    .map(crop, num_parallel_calls=AUTO)
    .batch(20)
    .prefetch(AUTO)
)
valid_ds = tf.data.Dataset.from_tensor_slices((x_valid.astype("float32"), y_valid)).batch(250).cache()

model.compile(
    optimizer=keras.optimizers.Nadam(1e-3),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
best_file = "best.weights.h5"
history = model.fit(
    train_ds,
    epochs=45,
    validation_data=valid_ds,
    callbacks=[
        keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=5, min_lr=1e-5),
        keras.callbacks.ModelCheckpoint(best_file, monitor="val_loss", save_best_only=True,
                                        save_weights_only=True),
    ],
    verbose=0,
)
model.load_weights(best_file)
