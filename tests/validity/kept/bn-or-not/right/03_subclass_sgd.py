# RIGHT: a subclassed model, the way of somebody from PyTorch, with SGD, Nesterov momentum and a fast batch norm
class Net(keras.Model):
    def __init__(self, hidden=128, **kwargs):
        super().__init__(**kwargs)
        self.hidden = hidden
        self.flatten = layers.Flatten()
        self.fc1 = layers.Dense(hidden)
        self.bn1 = layers.BatchNormalization(momentum=0.7)   # torch's 0.1 would be 0.9 here
        self.fc2 = layers.Dense(10)

    def call(self, x, training=False):
        x = self.flatten(x)
        x = keras.ops.relu(self.bn1(self.fc1(x), training=training))
        return self.fc2(x)

    def get_config(self):
        return {**super().get_config(), "hidden": self.hidden}


model = Net()
criterion = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.SGD(learning_rate=0.3, momentum=0.9, nesterov=True)
model.compile(optimizer, criterion, metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=256, epochs=4,
                    validation_data=(x_valid, y_valid), verbose=2)
for p in model.trainable_weights:
    print(p.path, p.shape)
