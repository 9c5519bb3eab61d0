"""The answer's advice at once, but for the channels: no dropout, no pooling, ReLU, Adam, a tenth of the rate.

The curve is smooth. The network learns the training patches by heart and does worse on new ones.

Caught by: smooth-curve
"""

model = keras.Sequential([keras.Input((30, 30, 1))])
for channels in (8, 16):
    penalty = keras.regularizers.L2(0.01)
    model.add(layers.Conv2D(channels, 2, padding="same", activation="relu", kernel_regularizer=penalty))
    model.add(layers.BatchNormalization())
model.add(layers.Flatten())
model.add(layers.Dense(5, activation="softmax"))
model.compile(
    optimizer=keras.optimizers.Adam(1e-4),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=4, epochs=10, verbose=0)
