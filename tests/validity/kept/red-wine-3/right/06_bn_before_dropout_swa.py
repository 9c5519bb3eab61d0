# RIGHT: batch norm only where nothing was dropped yet, layer norm later, and weights averaged by hand over the last epochs
class Average(keras.callbacks.Callback):
    """mean of the weights after each epoch from `start` on, put into the model at the end"""

    def __init__(self, start):
        super().__init__()
        self.start, self.n, self.mean = start, 0, None

    def on_epoch_end(self, epoch, logs=None):
        if epoch >= self.start:
            w = self.model.get_weights()
            self.n += 1
            self.mean = w if self.mean is None else [m + (v - m) / self.n for m, v in zip(self.mean, w)]

    def on_train_end(self, logs=None):
        self.model.set_weights(self.mean)


def cooler(epoch, lr):
    return 1e-3 if epoch < 20 else 4e-4


i = keras.Input((11,))
x = layers.Normalization(mean=x_train.mean().tolist(), variance=x_train.var().tolist())(i)
x = layers.Dense(64, use_bias=False)(x)
x = layers.BatchNormalization(momentum=0.9)(x)     # no dropout so far
x = layers.Activation("swish")(x)
x = layers.Dropout(0.2)(x)
x = layers.Dense(32)(x)
x = layers.LayerNormalization()(x)
x = layers.Activation("swish")(x)
x = layers.Dropout(0.2)(x)
o = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean())))(x)
model = keras.Model(i, o)
model.compile("adam", "mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0,
                    callbacks=[keras.callbacks.LearningRateScheduler(cooler), Average(28)])
