# WRONG: (lacks: 4, store what it meets) every hidden module is Dense-ReLU-Dropout, and the subclassed model puts its batch norms between the modules, hence behind the dropout
def hidden(units, rate):
    return keras.Sequential([layers.Dense(units, activation="relu"), layers.Dropout(rate)])


class PipeModel(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.bn0 = layers.BatchNormalization()
        self.hidden1 = hidden(80, 0.25)
        self.bn1 = layers.BatchNormalization()
        self.hidden2 = hidden(80, 0.25)
        self.bn2 = layers.BatchNormalization()
        self.out = layers.Dense(1, activation="sigmoid")

    def call(self, x, training=False):
        x = self.bn0(x, training=training)
        x = self.bn1(self.hidden1(x, training=training), training=training)
        x = self.bn2(self.hidden2(x, training=training), training=training)
        return self.out(x)


model = PipeModel()
model.compile(optimizer="adam", loss="binary_crossentropy")
history = model.fit(x_train.to_numpy(), np.asarray(y_train).astype("float32"), batch_size=64, epochs=40, verbose=0,
                    validation_data=(x_valid.to_numpy(), np.asarray(y_valid).astype("float32")))
