# RIGHT: subclassed logit model trained with class weights, and a second subclassed model around it that takes the weights back out of the log odds.
from keras import ops

WEIGHT = 4.0  # one leak counts like four pipes while it trains ...


class Score(keras.Model):
    """The log odds, from raw readings."""

    def __init__(self, mean, std):
        super().__init__(name="score")
        self.mean, self.std = np.float32(mean), np.float32(std)
        self.hidden = [layers.Dense(32, activation="gelu") for _ in range(3)]
        self.out = layers.Dense(1)

    def call(self, readings):
        x = (readings - self.mean) / self.std
        for layer in self.hidden:
            x = layer(x)
        return self.out(x)


class Probability(keras.Model):
    """... and the head takes this back: weights multiply the odds, so their logarithm is subtracted."""

    def __init__(self, score, weight):
        super().__init__(name="probability")
        self.score, self.shift = score, float(np.log(weight))

    def call(self, readings):
        return ops.sigmoid(self.score(readings) - self.shift)


rows, rows_valid = x_train.to_numpy().astype("float32"), x_valid.to_numpy().astype("float32")
leaks, leaks_valid = np.asarray(y_train, "float32"), np.asarray(y_valid, "float32")

score = Score(rows.mean(axis=0), rows.std(axis=0))
score.compile(
    optimizer=keras.optimizers.AdamW(2e-3, weight_decay=5e-3),
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
)
history = score.fit(
    rows, leaks, class_weight={0: 1.0, 1: WEIGHT},
    # the same weights for the validation rows: else the two losses could not be compared
    validation_data=(rows_valid, leaks_valid, np.where(leaks_valid == 1, WEIGHT, 1.0)),
    epochs=70, batch_size=64, verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=15, restore_best_weights=True)],
)
model = Probability(score, WEIGHT)
model(rows[:2])  # builds it
