# RIGHT: a subclassed model with logits, ink noise and random zoom, spatial dropout and weight decay, that comes back to its best epoch by EarlyStopping on val_loss
from keras import ops


class Careful(keras.Model):
    def __init__(self, filters=(24, 48), units=64, rate=0.25, **kwargs):
        super().__init__(**kwargs)
        self.settings = {"filters": tuple(filters), "units": units, "rate": rate}
        self.changes = [
            layers.RandomTranslation(0.08, 0.08, fill_mode="constant"),
            layers.RandomZoom(0.12, 0.12, fill_mode="constant"),
            layers.GaussianNoise(0.05),
        ]
        self.convolutions = [
            layers.Conv2D(n, 3, padding="same", activation="swish", kernel_initializer="he_normal") for n in filters
        ]
        self.spatial = layers.SpatialDropout2D(0.1)
        self.hidden = layers.Dense(units, activation="swish", kernel_initializer="he_normal")
        self.drop = layers.Dropout(rate)
        self.answer = layers.Dense(10)

    def call(self, x, training=False):
        for change in self.changes:
            x = change(x, training=training)
        for convolution in self.convolutions:
            x = ops.max_pool(convolution(x), 2, strides=2)
            x = self.spatial(x, training=training)
        x = ops.reshape(x, (-1, int(np.prod(x.shape[1:]))))
        return self.answer(self.drop(self.hidden(x), training=training))

    def get_config(self):
        return {**super().get_config(), **self.settings}


model = Careful()
model.build((None, 14, 14, 1))
model.compile(
    optimizer=keras.optimizers.AdamW(1.5e-3, weight_decay=0.02),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(
    x_train, y_train, batch_size=20, epochs=100,
    validation_data=(x_valid, y_valid),
    callbacks=[
        keras.callbacks.EarlyStopping(
            monitor="val_loss", patience=15, restore_best_weights=True, start_from_epoch=20
        )
    ],
    verbose=0,
)
