# RIGHT: a PyDataset that swaps start and goal at random feeds fit, an own callback prints R², ModelCheckpoint keeps the best epoch and the model handed in is loaded from the file
import os
import tempfile


class Pairs(keras.utils.PyDataset):
    def __init__(self, x, y, size, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y, self.size = np.asarray(x, "float32"), np.asarray(y, "float32"), size
        self.rng = np.random.default_rng(5)
        self.order = np.arange(len(self.x))

    def __len__(self):
        return int(np.ceil(len(self.x) / self.size))

    def __getitem__(self, k):
        take = self.order[k * self.size:(k + 1) * self.size]
        xb = self.x[take].copy()
        flip = self.rng.random(len(xb)) < 0.5
        xb[flip] = xb[flip][:, [2, 3, 0, 1]]
        return xb, self.y[take]

    def on_epoch_end(self):
        self.rng.shuffle(self.order)


class PrintR2(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if epoch % 10 == 9:
            print(epoch + 1, round(r_squared(self.model.predict(x_valid, verbose=0)), 4))


norm = layers.Normalization()
norm.adapt(np.vstack([x_train, x_train[["lat2", "lon2", "lat1", "lon1"]]]))
net = keras.Sequential([keras.Input((4,)), norm])
for units in (128, 64, 32):
    net.add(layers.Dense(units, activation="relu"))
net.add(layers.Dense(1))
net.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")

path = os.path.join(tempfile.mkdtemp(), "best.keras")
history = net.fit(Pairs(x_train, y_train, 64), epochs=30, verbose=0, validation_data=(x_valid, y_valid),
                  callbacks=[PrintR2(), keras.callbacks.ModelCheckpoint(path, save_best_only=True)])
model = keras.models.load_model(path)
