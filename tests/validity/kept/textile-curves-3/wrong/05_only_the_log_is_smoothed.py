# WRONG: (lacks 5: a smooth curve) the training jumps (large constant rate, default batch norm); only the numbers in the log are smoothed by a callback
class SmoothLogs(keras.callbacks.Callback):
    """like the slider of TensorBoard"""

    def __init__(self, weight=0.9):
        super().__init__()
        self.weight, self.last = weight, {}

    def on_epoch_end(self, epoch, logs=None):
        for key in list(logs):
            self.last[key] = self.weight * self.last.get(key, logs[key]) + (1 - self.weight) * logs[key]
            logs[key] = self.last[key]


model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(32, 5, strides=2, padding="same"),
    layers.BatchNormalization(),
    layers.ReLU(),
    layers.Conv2D(48, 3, padding="same"),
    layers.BatchNormalization(),
    layers.ReLU(),
    layers.MaxPooling2D(2),
    layers.Conv2D(64, 3, padding="same"),
    layers.BatchNormalization(),
    layers.ReLU(),
    layers.Flatten(),
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=20, batch_size=8,
                    callbacks=[SmoothLogs()], verbose=0)
