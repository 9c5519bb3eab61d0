"""PyTorch habit: writes activations as layers and forgets the one between the two hidden layers.

Caught by: two-hidden-layers
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = norm
        self.linear1 = layers.Dense(64)
        self.linear2 = layers.Dense(64)
        self.relu = layers.ReLU()
        self.out = layers.Dense(1)

    def call(self, x):
        x = self.norm(x)
        x = self.linear1(x)
        x = self.relu(self.linear2(x))
        return self.out(x)


model = Net()
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train.to_numpy(), y_train.to_numpy(), epochs=80, batch_size=32, verbose=0)
