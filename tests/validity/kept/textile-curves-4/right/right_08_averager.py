# RIGHT: a callback of my own keeps a moving average of all weights (batch norm's statistics too), validates that average and leaves it in the model
class Averager(keras.callbacks.Callback):
    def __init__(self, keep=0.97):
        super().__init__()
        self.keep, self.average, self.own = keep, None, None

    def on_train_batch_end(self, batch, logs=None):
        now = self.model.get_weights()
        if self.average is None:
            self.average = now
        else:
            self.average = [self.keep * a + (1 - self.keep) * w for a, w in zip(self.average, now)]

    def on_test_begin(self, logs=None):
        self.own = self.model.get_weights()
        self.model.set_weights(self.average)

    def on_test_end(self, logs=None):
        self.model.set_weights(self.own)

    def on_train_end(self, logs=None):
        self.model.set_weights(self.average)


def make_model(filters=(32, 48, 64)):
    net = keras.Sequential([keras.Input((30, 30, 1))])
    for n, f in enumerate(filters):
        net.add(layers.Conv2D(f, 5 if n == 0 else 3, padding="same", activation="relu"))
        net.add(layers.BatchNormalization(momentum=0.9))
        net.add(layers.MaxPooling2D(3 if n == 0 else 2))
    net.add(layers.Flatten())
    net.add(layers.Dropout(0.4))
    net.add(layers.Dense(5, activation="softmax"))
    return net


batch, epochs = 25, 20
decay = keras.optimizers.schedules.CosineDecay(2e-3, decay_steps=int(0.8 * epochs) * (len(x_train) // batch), alpha=0.02)
model = make_model()
model.compile(optimizer=keras.optimizers.Adam(decay), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=batch, epochs=epochs, validation_data=(x_valid, y_valid),
                    callbacks=[Averager(keep=0.96)], verbose=0)
