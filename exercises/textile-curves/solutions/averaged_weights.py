"""A constant learning rate: the steps stay long, but averages answer, of the weights and of batch norm as long."""

model = keras.Sequential([keras.Input((30, 30, 1)), layers.AveragePooling2D(2)])
for channels in (8, 16):
    model.add(layers.Conv2D(channels, 3, padding="same", activation="relu"))
    model.add(layers.BatchNormalization(momentum=0.98))
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(5, activation="softmax"))
optimizer = keras.optimizers.Adam(1e-3, use_ema=True, ema_momentum=0.98)
model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_valid, y_valid),
    batch_size=16,
    epochs=12,
    callbacks=[keras.callbacks.SwapEMAWeights()],
    verbose=0,
)
