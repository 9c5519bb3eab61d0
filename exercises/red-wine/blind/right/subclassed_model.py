"""Keras.Model subclass, registered, with get_config."""

@keras.saving.register_keras_serializable(package="wine")
class WineNet(keras.Model):
    def __init__(self, width=64, rate=0.2, **kwargs):
        super().__init__(**kwargs)
        self.width, self.rate = width, rate
        self.norm = layers.Normalization()
        self.hidden = [layers.Dense(width, activation="relu") for _ in range(2)]
        self.drop = [layers.Dropout(rate) for _ in range(2)]
        self.out = layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6))

    def call(self, x, training=None):
        x = self.norm(x)
        for dense, drop in zip(self.hidden, self.drop):
            x = drop(dense(x), training=training)
        return self.out(x)

    def get_config(self):
        return {**super().get_config(), "width": self.width, "rate": self.rate}

model = WineNet()
model.norm.adapt(x_train.to_numpy())
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
