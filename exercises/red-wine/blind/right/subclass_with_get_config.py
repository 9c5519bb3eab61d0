"""A subclass of keras.Model with call(training) and get_config; its Normalization is adapted from outside before fit."""

@keras.saving.register_keras_serializable(package="wine")
class WineNet(keras.Model):
    def __init__(self, units=64, rate=0.2, start=5.6, **kwargs):
        super().__init__(**kwargs)
        self.units, self.rate, self.start = units, rate, start
        self.norm = layers.Normalization()
        self.fc1 = layers.Dense(units, activation="relu")
        self.drop1 = layers.Dropout(rate)
        self.fc2 = layers.Dense(units // 2, activation="relu")
        self.drop2 = layers.Dropout(rate)
        self.out = layers.Dense(1, bias_initializer=keras.initializers.Constant(start))

    def call(self, x, training=False):
        x = self.norm(x)
        x = self.drop1(self.fc1(x), training=training)
        x = self.drop2(self.fc2(x), training=training)
        return self.out(x)

    def get_config(self):
        config = super().get_config()
        config.update(units=self.units, rate=self.rate, start=self.start)
        return config


model = WineNet(start=float(y_train.mean()))
model.norm.adapt(x_train.to_numpy("float32"))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
model.summary()
