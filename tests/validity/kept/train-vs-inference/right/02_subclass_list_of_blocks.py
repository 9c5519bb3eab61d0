# RIGHT: subclassed model that does not hand training on by itself and leaves it to Keras, standardising with constants
class Net(keras.Model):
    def __init__(self, mean, std, sizes=(96, 96), rate=0.15):
        super().__init__()
        self.mean, self.std = mean, std
        self.dense = [layers.Dense(n, activation="gelu") for n in sizes]
        self.drops = [layers.Dropout(rate) for _ in sizes]
        self.head = layers.Dense(1, activation="sigmoid")

    def call(self, x, training=None):
        x = (keras.ops.cast(x, "float32") - self.mean) / self.std
        for d, drop in zip(self.dense, self.drops):
            x = drop(d(x))
        return self.head(x)

model = Net(x_train.mean().to_numpy("float32"), x_train.std().to_numpy("float32"))
model.compile(optimizer=keras.optimizers.Nadam(2e-3), loss=keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
history = model.fit(x_train.to_numpy(), np.asarray(y_train), batch_size=64, epochs=30, verbose=0,
                    validation_data=(x_valid.to_numpy(), np.asarray(y_valid)),
                    callbacks=[keras.callbacks.ReduceLROnPlateau(patience=4, factor=0.3)])
