# RIGHT: a small search over dropout, L2 and shifting on the validation rows, then a fresh fit of the winner with EarlyStopping that restores the best epoch (RMSprop).
from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    shift: float
    dropout: float
    l2: float


def build(s: Setting) -> keras.Model:
    def reg():
        return keras.regularizers.L2(s.l2)

    inputs = keras.Input(shape=(14, 14, 1))
    x = layers.GaussianNoise(0.05)(inputs)
    if s.shift > 0:
        x = layers.RandomTranslation(s.shift, s.shift, fill_mode="constant")(x)
    for filters in (32, 64):
        x = layers.Conv2D(filters, 3, padding="same", activation="elu",
                          kernel_initializer="he_normal", kernel_regularizer=reg())(x)
        x = layers.MaxPooling2D()(x)
        x = layers.SpatialDropout2D(s.dropout / 2)(x)
    x = layers.Flatten()(x)
    x = layers.Dense(64, activation="elu", kernel_regularizer=reg())(x)
    x = layers.Dropout(s.dropout)(x)
    outputs = layers.Dense(10, activation="softmax")(x)
    net = keras.Model(inputs, outputs)
    net.compile(
        optimizer=keras.optimizers.RMSprop(learning_rate=1e-3),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net


def best_loss_of(s: Setting, epochs: int = 30) -> float:
    keras.utils.clear_session()
    h = build(s).fit(x_train, y_train, batch_size=16, epochs=epochs,
                     validation_data=(x_valid, y_valid), verbose=0)
    return min(h.history["val_loss"])


grid = [
    Setting(shift=0.0, dropout=0.3, l2=1e-4),
    Setting(shift=0.0, dropout=0.5, l2=1e-3),
    Setting(shift=0.1, dropout=0.3, l2=1e-4),
    Setting(shift=0.1, dropout=0.5, l2=1e-4),
]
scores = {s: best_loss_of(s) for s in grid}
winner = min(scores, key=scores.get)
print(winner, round(scores[winner], 3))

keras.utils.clear_session()
model = build(winner)
history = model.fit(
    x_train, y_train,
    batch_size=16,
    epochs=80,
    validation_data=(x_valid, y_valid),
    callbacks=[
        keras.callbacks.EarlyStopping(monitor="val_loss", patience=15, start_from_epoch=20,
                                      restore_best_weights=True),
    ],
    verbose=0,
)
