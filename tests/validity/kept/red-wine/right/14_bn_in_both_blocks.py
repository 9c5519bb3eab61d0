# RIGHT: the usual block Dense, batch norm, relu, Dropout used twice, so batch norm never sees a dropout's output directly (a Dense lies between); trained from a PyDataset with a LearningRateScheduler
class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, size, **kw):
        super().__init__(**kw)
        self.x, self.y, self.size = x.to_numpy("float32"), y.to_numpy("float32"), size
        self.order = np.random.default_rng(0).permutation(len(self.x))

    def __len__(self):
        return int(np.ceil(len(self.x) / self.size))

    def __getitem__(self, i):
        rows = self.order[i * self.size:(i + 1) * self.size]
        return self.x[rows], self.y[rows]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
stack = [keras.Input((11,)), norm]
for units in (64, 32):
    stack += [layers.Dense(units, use_bias=False), layers.BatchNormalization(momentum=0.9), layers.ReLU(), layers.Dropout(0.15)]
stack.append(layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))))
model = keras.Sequential(stack)
model.compile(keras.optimizers.Adam(), loss="mae")
history = model.fit(Rows(x_train, y_train, 32), epochs=40, validation_data=(x_valid, y_valid), verbose=0,
                    callbacks=[keras.callbacks.LearningRateScheduler(lambda epoch, lr: 3e-3 if epoch < 20 else 5e-4)])
