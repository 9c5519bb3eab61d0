"""A subclassed model that hands its flag on."""


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.scale = layers.Normalization()
        self.scale.adapt(x_train.to_numpy())
        self.hidden = [layers.Dense(64) for _ in range(2)]
        self.norms = [layers.BatchNormalization() for _ in range(2)]
        self.drop = layers.Dropout(0.2)
        self.head = layers.Dense(1, activation="sigmoid")

    def call(self, inputs, training=False):
        x = self.scale(inputs)
        for dense, norm in zip(self.hidden, self.norms, strict=True):
            x = self.drop(keras.ops.relu(norm(dense(x), training=training)), training=training)
        return self.head(x)


model = Network()
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
