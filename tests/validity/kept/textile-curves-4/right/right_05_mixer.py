# RIGHT: a ConvMixer, the patch brought to a coarse grid by two strided convolutions, then depthwise and pointwise convolutions with gelu; the rate falls with the square
EPOCHS, BATCH, MAPS = 20, 16, 48
steps = EPOCHS * -(-len(x_train) // BATCH)


def activate(x):
    return layers.BatchNormalization(momentum=0.88)(layers.Activation("gelu")(x))


inputs = keras.Input(shape=(30, 30, 1))
x = layers.Rescaling(scale=4, offset=-2)(inputs)
x = activate(layers.Conv2D(MAPS, kernel_size=3, strides=2, padding="same", name="stem")(x))
x = activate(layers.Conv2D(MAPS, kernel_size=3, strides=2, padding="same", name="tiles")(x))
for depth in range(2):
    skip = x
    x = activate(layers.DepthwiseConv2D(kernel_size=5, padding="same", name=f"neighbours_{depth}")(x))
    x = layers.Add()([x, skip])
    x = activate(layers.Conv2D(MAPS, kernel_size=1, name=f"maps_{depth}")(x))
x = layers.GlobalAvgPool2D()(x)
outputs = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inputs, outputs, name="conv_mixer")

decay = keras.optimizers.schedules.PolynomialDecay(3e-3, steps, end_learning_rate=1e-6, power=2.5)
model.compile(
    optimizer=keras.optimizers.AdamW(decay, weight_decay=5e-3),
    loss=keras.losses.SparseCategoricalCrossentropy(),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid),
                    epochs=EPOCHS, batch_size=BATCH, verbose=0)
