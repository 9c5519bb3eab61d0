"""All-convolutional: a 1x1 convolution to five maps, averaged into five units and a Softmax layer; adapted Normalization and batch norm."""

norm = layers.Normalization(axis=None)
norm.adapt(x_train)

model = keras.Sequential([
    keras.Input((30, 30, 1)),
    norm,
    layers.Conv2D(16, 5, strides=2, padding="same"),
    layers.BatchNormalization(momentum=0.75),
    layers.ReLU(),
    layers.Conv2D(32, 3, strides=2, padding="same"),
    layers.BatchNormalization(momentum=0.75),
    layers.ReLU(),
    layers.Conv2D(48, 3, padding="same"),
    layers.BatchNormalization(momentum=0.75),
    layers.ReLU(),
    layers.Conv2D(5, 1),
    layers.GlobalAveragePooling2D(),
    layers.Softmax(),
])
rates = [4e-3] * 5 + [2e-3, 1e-3] + [4e-4, 2e-4, 1e-4] + [5e-5] * 5
model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.SparseCategoricalCrossentropy(),
              metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=len(rates), validation_data=(x_valid, y_valid),
                    callbacks=[keras.callbacks.LearningRateScheduler(lambda e: rates[e])], verbose=0)
