# WRONG: it avoids the question by dropping only once, in front of the output, so the first two hidden layers lose no units.
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.scale = layers.Normalization()
        self.scale.adapt(x_train.to_numpy())
        self.dense = [layers.Dense(64, use_bias=False) for _ in range(3)]
        self.norms = [layers.BatchNormalization() for _ in range(3)]
        self.relu = layers.ReLU()
        self.drop = layers.Dropout(0.3)
        self.head = layers.Dense(1, activation="sigmoid")

    def call(self, x, training=None):
        x = self.scale(x)
        for dense, norm in zip(self.dense, self.norms):
            x = self.relu(norm(dense(x), training=training))
        # dropout only behind the last batch norm, then no batch norm can meet it
        return self.head(self.drop(x, training=training))


model = Net()
model.compile(optimizer=keras.optimizers.AdamW(2e-3), loss="binary_crossentropy")
history = model.fit(
    x_train.to_numpy(), np.asarray(y_train), validation_data=(x_valid.to_numpy(), np.asarray(y_valid)),
    epochs=40, batch_size=64, verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(patience=12, restore_best_weights=True)],
)
