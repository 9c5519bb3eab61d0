"""Grouped cross-validation by mixture to choose the number of epochs, then a fresh model is refitted on all rows; own callback sets the rate."""

class StepDown(keras.callbacks.Callback):
    def __init__(self, first=0.01, every=25):
        super().__init__()
        self.first, self.every = first, every

    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.learning_rate = self.first * 0.5 ** (epoch // self.every)


def make(x):
    n = layers.Normalization()
    n.adapt(x.to_numpy())
    net = keras.Sequential([keras.Input((8,)), n])
    net.add(layers.Dense(64, "relu"))
    net.add(layers.Dense(64, "relu"))
    net.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())))
    net.compile(optimizer="adam", loss="mae")
    return net


groups = x_train.drop(columns="age").apply(tuple, axis=1).factorize()[0]
folds = np.random.default_rng(0).integers(0, 2, groups.max() + 1)[groups]
curves = []
for k in range(2):
    a, b = folds != k, folds == k
    net = make(x_train[a])
    hist = net.fit(x_train[a], y_train[a], validation_data=(x_train[b], y_train[b]),
                   epochs=60, batch_size=32, callbacks=[StepDown()], verbose=0)
    curves.append(hist.history["val_loss"])
mean_curve = np.mean(curves, axis=0)
n_epochs = max(45, int(np.argmin(mean_curve)) + 1)
print("epochs:", n_epochs)

model = make(x_train)
history = model.fit(x_train, y_train, epochs=n_epochs, batch_size=32, callbacks=[StepDown()], verbose=0)
