# RIGHT: residual blocks behind a convolutional stem plus one strided convolution, rebuilt with from_config, Adam inside a LossScaleOptimizer
EPOCHS, BATCH = 18, 16


def bn_relu(x):
    return layers.ReLU()(layers.BatchNormalization(momentum=0.9)(x))


def residual(x, filters):
    y = bn_relu(layers.Conv2D(filters, 3, padding="same", use_bias=False)(x))
    y = layers.Conv2D(filters, 3, padding="same", use_bias=False)(y)
    y = layers.BatchNormalization(momentum=0.9, gamma_initializer="zeros")(y)
    return layers.ReLU()(layers.Add()([x, y]))


a = keras.Input((30, 30, 1))
b = bn_relu(layers.Conv2D(32, 5, strides=2, padding="same", use_bias=False)(a))
b = residual(b, 32)
b = bn_relu(layers.Conv2D(64, 3, strides=2, padding="same", use_bias=False)(b))
b = layers.GlobalAveragePooling2D()(b)
b = layers.Dense(5, activation="softmax")(b)
draft = keras.Model(a, b)
model = keras.Model.from_config(draft.get_config())
del draft, a, b

steps = EPOCHS * (len(x_train) // BATCH)
inner = keras.optimizers.Adam(keras.optimizers.schedules.PolynomialDecay(2e-3, steps, 1e-6, power=1.7))
model.compile(optimizer=keras.optimizers.LossScaleOptimizer(inner, initial_scale=1024.0),
              loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=EPOCHS, validation_data=(x_valid, y_valid), verbose=0)
