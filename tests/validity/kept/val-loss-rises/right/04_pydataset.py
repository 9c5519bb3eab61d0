# RIGHT: an own PyDataset that shifts each picture anew in every epoch, one-hot labels with a little label smoothing
class Shifted(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, **kw):
        super().__init__(**kw)
        self.x, self.y, self.batch_size = x, y, batch_size
        self.order = np.random.permutation(len(x))

    def __len__(self):
        return int(np.ceil(len(self.x) / self.batch_size))

    def __getitem__(self, i):
        rows = self.order[i * self.batch_size:(i + 1) * self.batch_size]
        batch = np.stack([np.roll(self.x[r], np.random.randint(-1, 2, size=2), axis=(0, 1)) for r in rows])
        return batch, self.y[rows]

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.x))


to_cat = keras.utils.to_categorical
train_set = Shifted(x_train, to_cat(y_train, 10), batch_size=20)

model = keras.Sequential()
model.add(keras.Input((14, 14, 1)))
model.add(layers.Conv2D(32, (3, 3), activation="relu", padding="same", kernel_initializer="he_normal"))
model.add(layers.Conv2D(32, (3, 3), activation="relu", strides=2, padding="same", kernel_initializer="he_normal"))
model.add(layers.SpatialDropout2D(0.2))
model.add(layers.MaxPooling2D((2, 2)))
model.add(layers.Flatten())
model.add(layers.Dropout(0.3))
model.add(layers.Dense(10, activation="softmax"))
model.compile(loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.05),
              optimizer=keras.optimizers.Adam(2e-3), metrics=["accuracy"])
history = model.fit(train_set, epochs=50, validation_data=(x_valid, to_cat(y_valid, 10)), verbose=0)
print(history.history["val_accuracy"][-5:])
