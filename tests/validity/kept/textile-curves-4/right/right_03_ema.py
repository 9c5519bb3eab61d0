# RIGHT: group norm instead of batch norm (no running statistics), Adam averages the weights over more than an epoch, the average is what is validated
EPOCHS, BATCH = 20, 20
per_epoch = len(x_train) // BATCH

model = keras.Sequential(
    [
        keras.Input((30, 30, 1)),
        layers.Rescaling(scale=4.0, offset=-2.0),
        layers.Conv2D(32, 5, strides=2, padding="same"),
        layers.GroupNormalization(groups=8),
        layers.Activation("silu"),
        layers.Conv2D(48, 3, padding="same"),
        layers.GroupNormalization(groups=8),
        layers.Activation("silu"),
        layers.MaxPooling2D(),
        layers.Conv2D(64, 3, padding="same"),
        layers.GroupNormalization(groups=8),
        layers.Activation("silu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(5, activation="softmax"),
    ],
    name="averaged",
)
model.compile(
    optimizer=keras.optimizers.Adam(
        keras.optimizers.schedules.ExponentialDecay(3e-3, 4 * per_epoch, 0.5, staircase=True),
        use_ema=True, ema_momentum=0.98,
    ),
    loss="sparse_categorical_crossentropy",
    metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
)
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=EPOCHS, validation_data=(x_valid, y_valid),
                    callbacks=[keras.callbacks.SwapEMAWeights()], verbose=0)
