# RIGHT: a small residual network, functional, logits at the end, AdamW whose rate falls in steps before the last half begins
BATCH, EPOCHS = 16, 20
per_epoch = -(-len(x_train) // BATCH)


def norm_relu(x):
    return layers.Activation("relu")(layers.BatchNormalization(momentum=0.9)(x))


def residual(x, maps, stride):
    short = layers.Conv2D(maps, 3, strides=stride, padding="same")(x)
    y = layers.Conv2D(maps, 3, strides=stride, padding="same")(norm_relu(x))
    y = layers.Conv2D(maps, 3, padding="same")(norm_relu(y))
    return layers.add([short, y])


patch = keras.Input((30, 30, 1), name="patch")
x = layers.Conv2D(16, 5, strides=2, padding="same")(patch)
x = residual(x, 32, stride=2)
x = residual(x, 48, stride=2)
x = layers.GlobalAveragePooling2D()(norm_relu(x))
x = layers.Dropout(0.2)(x)
logits = layers.Dense(5, name="logits")(x)
model = keras.Model(patch, logits)

rate = keras.optimizers.schedules.PiecewiseConstantDecay(
    [7 * per_epoch, 9 * per_epoch, 14 * per_epoch], [2e-3, 5e-4, 1e-4, 2e-5])
model.compile(
    optimizer=keras.optimizers.AdamW(rate, weight_decay=1e-3),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=EPOCHS,
                    validation_data=(x_valid, y_valid), verbose=0)
