# RIGHT: gated hidden layers (a linear part times a sigmoid), a frozen batch norm that holds the mean and variance of the rows as scaler, Adamax in three fits
rows = x_train.to_numpy("float64")


class Gated(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.value = layers.Dense(units)
        self.gate = layers.Dense(units, activation="sigmoid")
        self.also = layers.Dense(units, activation="relu")

    def call(self, x):
        return self.value(x) * self.gate(x) + self.also(x)


scaler = layers.BatchNormalization(center=False, scale=False, epsilon=1e-9, trainable=False, name="scaler")
model = keras.Sequential([
    keras.Input((4,)),
    scaler,
    Gated(64),
    Gated(32),
    layers.Dense(1),
    layers.Rescaling(scale=float(np.std(y_train)), offset=float(np.mean(y_train))),
])
scaler.set_weights([rows.mean(axis=0), rows.var(axis=0)])

model.compile(optimizer=keras.optimizers.Adamax(5e-3), loss="mse")
history = []
for rate, epochs in zip((5e-3, 1e-3, 2e-4), (60, 30, 15)):
    model.optimizer.learning_rate.assign(rate)
    history.append(model.fit(x_train, y_train, validation_data=(x_valid, y_valid),
                             batch_size=32, epochs=epochs, verbose=0))
