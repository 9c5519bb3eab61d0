"""The asker's network with batch norm, as it was: frozen layer, default rate, batches of 64, default memory.

Caught by: in-25-steps
"""

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Dense(1, activation="linear", use_bias=False, trainable=False),
        layers.Flatten(),
        layers.Dense(50),
        layers.BatchNormalization(),
        layers.Activation("relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.001), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=3, verbose=0)
