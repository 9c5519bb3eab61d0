# RIGHT: subclassed model with a block class, BatchNorm after the activation and Dropout after the BatchNorm, readings scaled with keras.ops.
from keras import ops


class Block(layers.Layer):
    """Weights, ReLU, batch norm, and only then the noise."""

    def __init__(self, units, rate, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units, activation="relu", kernel_initializer="he_uniform")
        self.norm = layers.BatchNormalization()
        self.drop = layers.Dropout(rate)

    def call(self, x, training=None):
        x = self.dense(x)
        x = self.norm(x, training=training)
        return self.drop(x, training=training)


class LeakNet(keras.Model):
    def __init__(self, mean, std, units=(96, 48, 24), rate=0.15):
        super().__init__(name="leak_net")
        self.mean = np.asarray(mean, "float32")
        self.std = np.asarray(std, "float32")
        self.blocks = [Block(n, rate) for n in units]
        self.head = layers.Dense(1)

    def call(self, readings, training=None):
        x = (ops.cast(readings, "float32") - self.mean) / self.std
        for block in self.blocks:
            x = block(x, training=training)
        return ops.sigmoid(self.head(x))


model = LeakNet(x_train.mean(), x_train.std())
model.compile(
    optimizer=keras.optimizers.RMSprop(learning_rate=2e-3),
    loss="binary_crossentropy",
    metrics=[keras.metrics.AUC(curve="PR", name="ap")],
)
history = model.fit(
    np.asarray(x_train, "float32"), np.asarray(y_train, "float32"),
    validation_data=(np.asarray(x_valid, "float32"), np.asarray(y_valid, "float32")),
    epochs=50, batch_size=64, verbose=0,
    callbacks=[
        keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.4, patience=6, min_lr=1e-4),
        keras.callbacks.EarlyStopping(monitor="val_loss", patience=16, restore_best_weights=True),
    ],
)
