# RIGHT: a Bidirectional LSTM, behind it a GRU and a small gelu layer, trained on series padded to 16 steps with a rate schedule and a restored checkpoint.
import os
import tempfile


def pad(series, extra, seed):
    """Put `extra` steps without a mark around each series, as many in front as chance will have it."""
    rng = np.random.default_rng(seed)
    filler = series[rng.permutation(len(series))][:, :extra].copy()
    filler[..., 1] = 0
    longer = np.concatenate([filler, series], axis=1)
    steps = longer.shape[1]
    shift = rng.integers(0, extra + 1, size=(len(series), 1))
    order = (np.arange(steps)[None] + shift) % steps
    return np.take_along_axis(longer, order[..., None], axis=1)


def rate(epoch, learning_rate):
    return 0.01 if epoch < 14 else float(learning_rate) * 0.8


series = keras.Input((None, 2))
both_ways = layers.Bidirectional(layers.LSTM(10, return_sequences=True), merge_mode="concat")(series)
last = layers.GRU(14, kernel_initializer="glorot_normal")(both_ways)
last = layers.Dense(8, activation="gelu")(last)
model = keras.Model(series, layers.Dense(1, activation="sigmoid")(last), name="there_and_back")

model.compile(optimizer=keras.optimizers.AdamW(0.01, weight_decay=1e-4, clipnorm=1.0),
              loss="binary_crossentropy", metrics=["accuracy"])
path = os.path.join(tempfile.mkdtemp(), "best.weights.h5")
history = model.fit(
    pad(x_train, 4, seed=2), y_train,
    validation_data=(x_valid, y_valid),
    epochs=24, batch_size=64, verbose=0,
    callbacks=[
        keras.callbacks.LearningRateScheduler(rate),
        keras.callbacks.ModelCheckpoint(path, monitor="val_accuracy", mode="max",
                                        save_best_only=True, save_weights_only=True),
    ],
)
model.load_weights(path)
