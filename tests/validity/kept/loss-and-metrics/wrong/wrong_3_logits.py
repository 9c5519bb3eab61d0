# WRONG: trained with from_logits=True but handed in without the sigmoid, so it answers log odds; the list is right and the sum is meaningless.
class Leaks(keras.Model):
    def __init__(self):
        super().__init__()
        self.standardise = layers.Normalization()
        self.standardise.adapt(x_train.to_numpy())
        self.body = keras.Sequential([layers.Dense(64, "relu"), layers.Dense(64, "relu")])
        self.head = layers.Dense(1)

    def call(self, x):
        return self.head(self.body(self.standardise(x)))


model = Leaks()
model.compile(
    optimizer=keras.optimizers.Adam(3e-3),
    loss=keras.losses.BinaryCrossentropy(from_logits=True),  # more stable than a sigmoid
    metrics=[keras.metrics.AUC(curve="PR", from_logits=True, name="pr_auc")],
)
history = model.fit(
    x_train.to_numpy(), np.asarray(y_train), validation_data=(x_valid.to_numpy(), np.asarray(y_valid)),
    epochs=60, batch_size=64, verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(patience=12, restore_best_weights=True)],
)
