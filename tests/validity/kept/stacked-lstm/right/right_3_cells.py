# RIGHT: subclassed network of two layers.RNN around Keras' LSTMCell, called on Input((None, 2)), trained on tf.data batches of several lengths.
import tensorflow as tf


class Remember(keras.Model):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.RNN(layers.LSTMCell(units, unit_forget_bias=True), return_sequences=True)
        self.second = layers.RNN(layers.LSTMCell(units, unit_forget_bias=True))
        self.answer = layers.Dense(1, activation="sigmoid")

    def call(self, series):
        return self.answer(self.second(self.first(series)))


BATCH = 64
rng = np.random.default_rng(0)
targets = np.asarray(y_train, "float32").reshape(-1, 1)


def batches():
    order = rng.permutation(len(x_train))
    for start in range(0, len(order) - BATCH + 1, BATCH):
        rows = order[start:start + BATCH]
        front, behind = rng.integers(0, 6, size=2)
        pieces = []
        for extra in (front, behind):  # steps without a mark, made of readings of other series
            filler = np.zeros((BATCH, extra, 2), "float32")
            filler[..., 0] = rng.choice(x_train[..., 0].ravel(), size=(BATCH, extra))
            pieces.append(filler)
        yield np.concatenate([pieces[0], x_train[rows].astype("float32"), pieces[1]], axis=1), targets[rows]


data = tf.data.Dataset.from_generator(
    batches,
    output_signature=(tf.TensorSpec((None, None, 2), tf.float32), tf.TensorSpec((None, 1), tf.float32)),
)

inputs = keras.Input((None, 2))
model = keras.Model(inputs, Remember(13)(inputs))
model.compile(
    optimizer=keras.optimizers.Nadam(learning_rate=0.01, clipnorm=1.0),
    loss=keras.losses.BinaryCrossentropy(),
    metrics=[keras.metrics.BinaryAccuracy(name="accuracy")],
)
history = model.fit(
    data.prefetch(4),
    validation_data=(x_valid.astype("float32"), np.asarray(y_valid, "float32").reshape(-1, 1)),
    epochs=28,
    verbose=0,
    callbacks=[
        keras.callbacks.EarlyStopping(
            monitor="val_accuracy", mode="max", patience=9, start_from_epoch=14, restore_best_weights=True
        )
    ],
)
