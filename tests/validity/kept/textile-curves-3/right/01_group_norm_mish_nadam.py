# RIGHT: no running statistics at all: group normalisation, mish, Nadam and a polynomial LearningRateScheduler
EPOCHS = 20


def conv(filters, size, stride=1):
    return [layers.Conv2D(filters, size, strides=stride, padding="same", use_bias=False),
            layers.GroupNormalization(groups=8),
            layers.Activation("mish")]


model = keras.Sequential([
    keras.Input((30, 30, 1)),
    *conv(32, 5, 2),
    *conv(48, 3),
    layers.MaxPooling2D(2),
    *conv(64, 3),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5),
])
model.compile(optimizer=keras.optimizers.Nadam(2e-3),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=EPOCHS, batch_size=16, verbose=0,
    callbacks=[keras.callbacks.LearningRateScheduler(lambda e: 2e-3 * (1 - e / EPOCHS) ** 1.7)])
