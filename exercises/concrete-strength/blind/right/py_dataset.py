"""A keras.utils.PyDataset feeds the rows; the answer is scaled back by arithmetic with NumPy numbers."""

class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y = x, y

    def __len__(self):
        return len(self.y) // 32 + 1

    def __getitem__(self, number):
        part = slice(32 * number, 32 * number + 32)
        return self.x[part], self.y[part]

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((8,))
h = norm(inputs)
for _ in range(2):
    h = layers.Activation("gelu")(layers.Dense(64)(h))
model = keras.Model(inputs, layers.Dense(1)(h) * np.float32(y_train.std()) + np.float32(y_train.mean()))
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mse")
history = model.fit(Rows(x_train.to_numpy(), y_train.to_numpy()), epochs=50, verbose=0)
