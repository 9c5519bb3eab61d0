# RIGHT: subclassed model without get_config, NumPy constants in call standardise, AdamW with a CosineDecay schedule, validation_split
MEAN = x_train.mean().to_numpy().astype("float32")
STD = x_train.std().to_numpy().astype("float32")


class ConcreteNet(keras.Model):
    def __init__(self):
        super().__init__()
        self.fc1 = layers.Dense(96, activation="gelu")
        self.fc2 = layers.Dense(96, activation="gelu")
        self.out = layers.Dense(1)

    def call(self, x):
        x = (x - MEAN) / STD
        x = self.fc1(x)
        x = self.fc2(x)
        return self.out(x)


EPOCHS = 100
BATCH = 32
steps = int(np.ceil(0.9 * len(x_train) / BATCH)) * EPOCHS
model = ConcreteNet()
model.compile(optimizer=keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(0.01, steps, alpha=0.02), weight_decay=1e-3),
              loss="mae")
history = model.fit(x_train.to_numpy("float32"), y_train.to_numpy("float32"), validation_split=0.1,
                    epochs=EPOCHS, batch_size=BATCH, verbose=0)
