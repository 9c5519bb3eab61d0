# RIGHT: a fixed NumPy high-pass kernel before trainable convolutions, L2 and max-norm, batches from an own PyDataset
from keras import ops

class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, size=32, shuffle=True, **kw):
        super().__init__(**kw)
        self.x, self.y, self.size, self.shuffle = x, y, size, shuffle
        self.order = np.arange(len(x))
        self.on_epoch_end()
    def __len__(self):
        return len(self.x) // self.size
    def __getitem__(self, i):
        idx = self.order[i * self.size:(i + 1) * self.size]
        return self.x[idx], self.y[idx]
    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.order)

box = np.full((9, 9, 1, 1), 1 / 81, "float32")          # local brightness
inp = keras.Input((30, 30, 1))
x = (inp - ops.conv(inp, box, padding="same")) * 15.0
reg = keras.regularizers.L2(1e-4)
x = layers.Conv2D(16, 5, strides=2, kernel_regularizer=reg)(x)
x = layers.BatchNormalization(momentum=0.8)(x)
x = layers.ReLU()(x)
x = layers.Conv2D(32, 3, kernel_regularizer=reg)(x)
x = layers.BatchNormalization(momentum=0.8)(x)
x = layers.ReLU()(x)
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(32, 3, activation="relu", kernel_regularizer=reg, kernel_constraint=keras.constraints.MaxNorm(4))(x)
x = layers.GlobalAveragePooling2D()(x)
out = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inp, out)
model.compile(keras.optimizers.Adam(3e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    Batches(x_train, y_train), epochs=15, validation_data=(x_valid, y_valid), verbose=0,
    callbacks=[keras.callbacks.LearningRateScheduler(lambda epoch, lr: 3e-3 if epoch < 4 else max(lr * 0.55, 3e-5))])
