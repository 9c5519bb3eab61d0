"""A subclassed model whose activation is an operation."""


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = [layers.Dense(units) for units in (16, 14)]
        self.head = layers.Dense(1)

    def call(self, inputs):
        x = inputs
        for dense in self.hidden:
            x = keras.ops.leaky_relu(dense(x), 0.1)
        return self.head(x)


model = Network()
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=100, verbose=0)
