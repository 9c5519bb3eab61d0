"""A subclassed model that is told, by a symbolic input, that it takes any length."""


class Stack(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.LSTM(12, return_sequences=True)
        self.second = layers.LSTM(12)
        self.head = layers.Dense(1)

    def call(self, series):
        return keras.ops.sigmoid(self.head(self.second(self.first(series))))


series = keras.Input((None, 2))
model = keras.Model(series, Stack()(series))
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=14, verbose=0)
