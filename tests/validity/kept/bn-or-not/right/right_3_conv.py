# RIGHT: a functional convolutional network with batch norm, first one epoch of exactly 25 steps at a high rate, then a second fit at a tenth of it; the two histories are joined
BATCH = 225
assert int(np.ceil(len(x_train) / BATCH)) == 25


def block(x, filters, size):
    x = layers.Conv2D(filters, size, strides=2, padding="same", use_bias=False, kernel_initializer="he_normal")(x)
    x = layers.BatchNormalization(momentum=0.7)(x)
    return layers.ReLU()(x)


inputs = keras.Input((28, 28, 1))
x = block(inputs, 16, 5)
x = block(x, 32, 3)
x = layers.MaxPooling2D()(x)
x = layers.Flatten()(x)
outputs = layers.Dense(10, activation="softmax")(x)
model = keras.Model(inputs, outputs, name="conv_with_norm")

model.compile(keras.optimizers.Adam(0.004), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
first = model.fit(x_train, y_train, batch_size=BATCH, epochs=1, validation_data=(x_valid, y_valid), verbose=0)

model.optimizer.learning_rate = 0.0004
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=3, validation_data=(x_valid, y_valid), verbose=0)
for name, values in first.history.items():
    history.history[name] = values + history.history[name]
