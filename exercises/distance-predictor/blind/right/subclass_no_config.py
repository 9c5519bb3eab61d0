"""PyTorch habits: a subclassed keras.Model without get_config, the Normalization layer is an attribute that is adapted in __init__."""

class DistanceNet(keras.Model):
    def __init__(self, rows, hidden=80):
        super().__init__()
        self.norm = layers.Normalization()
        self.norm.adapt(rows)
        self.fc1 = layers.Dense(hidden)
        self.fc2 = layers.Dense(hidden)
        self.fc3 = layers.Dense(hidden // 2)
        self.out = layers.Dense(1)

    def call(self, x):
        x = self.norm(x)
        x = keras.ops.relu(self.fc1(x))
        x = keras.ops.relu(self.fc2(x))
        x = keras.ops.relu(self.fc3(x))
        return self.out(x)


X = x_train.to_numpy().astype("float32")
y = y_train.to_numpy().astype("float32").reshape(-1, 1)

model = DistanceNet(X)
criterion = keras.losses.MeanSquaredError()
optimizer = keras.optimizers.AdamW(learning_rate=2e-3, weight_decay=1e-4)
model.compile(optimizer=optimizer, loss=criterion)
history = model.fit(X, y, epochs=30, batch_size=64, shuffle=True, verbose=0, validation_split=0.1)
print(history.history["val_loss"][-1])
