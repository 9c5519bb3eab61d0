# RIGHT: three small towers in one functional model whose softmaxes are averaged, one-hot labels with smoothing, SGD with momentum, clipping and EMA.
y_hot = np.eye(10, dtype="float32")[y_train]
yv_hot = np.eye(10, dtype="float32")[y_valid]

inp = keras.Input((14, 14, 1))
aug = layers.RandomTranslation(0.08, 0.08, fill_mode="constant", fill_value=0.0)(inp)
aug = layers.RandomRotation(0.04, fill_mode="constant", fill_value=0.0)(aug)
aug = layers.RandomZoom(0.12, fill_mode="constant", fill_value=0.0)(aug)


def tower(t, size, name):
    t = layers.Conv2D(12, size, padding="same", name=name + "_c1")(t)
    t = layers.BatchNormalization(momentum=0.9)(t)
    t = layers.Activation("swish")(t)
    t = layers.MaxPooling2D()(t)
    t = layers.Conv2D(20, 3, padding="same", name=name + "_c2")(t)
    t = layers.BatchNormalization(momentum=0.9)(t)
    t = layers.Activation("swish")(t)
    t = layers.MaxPooling2D()(t)
    t = layers.Flatten()(t)
    t = layers.Dropout(0.2)(t)
    return layers.Dense(10, activation="softmax", name=name + "_answer")(t)


votes = [tower(aug, s, f"t{s}") for s in (3, 5, 7)]
model = keras.Model(inp, layers.Average()(votes))
assert model.count_params() <= 20_000, model.count_params()

n_epochs = 180
steps = n_epochs * 10
model.compile(
    optimizer=keras.optimizers.SGD(keras.optimizers.schedules.CosineDecay(0.1, steps), momentum=0.9, nesterov=True,
                                   clipnorm=2.0, use_ema=True, ema_momentum=0.98),
    loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.05),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_hot, batch_size=20, epochs=n_epochs, validation_data=(x_valid, yv_hot), verbose=0)
