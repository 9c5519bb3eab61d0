"""Nested: a body of two hidden layers, a head; the rate falls from epoch to epoch by a callback."""

body = keras.Sequential(
    [
        layers.Dense(64),
        layers.BatchNormalization(momentum=0.7),
        layers.ReLU(),
        layers.Dense(32),
        layers.BatchNormalization(momentum=0.7),
        layers.ReLU(),
    ],
    name="body",
)
inputs = keras.Input((28, 28, 1))
model = keras.Model(inputs, layers.Dense(10, activation="softmax")(body(layers.Flatten()(inputs))))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
slower = keras.callbacks.LearningRateScheduler(lambda epoch, rate: 0.01 * 0.8**epoch)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_valid, y_valid),
    batch_size=512,
    epochs=4,
    callbacks=[slower],
    verbose=0,
)
