"""A layer of one's own that drops at any time, in predict, too.

Caught by: silent-in-predict
"""


class Always(layers.Layer):
    def __init__(self, rate):
        super().__init__()
        self.rate = rate
        self.seeds = keras.random.SeedGenerator(1)

    def call(self, inputs):
        return keras.random.dropout(inputs, self.rate, seed=self.seeds)


normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((5,)), normalization])
for _ in range(2):
    model.add(layers.Dense(64, activation="relu"))
    model.add(Always(0.2))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
