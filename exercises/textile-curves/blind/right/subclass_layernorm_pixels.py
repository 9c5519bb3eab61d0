"""PyTorch-like subclassed model with get_config; the whole patch is layer-normalised first, exponential decay."""

@keras.saving.register_keras_serializable(package="student")
class FabricNet(keras.Model):
    def __init__(self, width=16, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.norm = layers.LayerNormalization(axis=(1, 2, 3), center=False, scale=False, epsilon=1e-6)
        self.conv1 = layers.Conv2D(width, 5, strides=2)
        self.conv2 = layers.Conv2D(2 * width, 3)
        self.pool = layers.MaxPooling2D()
        self.conv3 = layers.Conv2D(2 * width, 3)
        self.gap = layers.GlobalAveragePooling2D()
        self.fc = layers.Dense(5)

    def call(self, x):
        x = self.norm(x)
        x = keras.activations.relu(self.conv1(x))
        x = keras.activations.relu(self.conv2(x))
        x = self.pool(x)
        x = keras.activations.relu(self.conv3(x))
        return self.fc(self.gap(x))

    def get_config(self):
        return {**super().get_config(), "width": self.width}


model = FabricNet(24)
print(model(x_train[:2]).shape)
schedule = keras.optimizers.schedules.ExponentialDecay(2e-3, decay_steps=25, decay_rate=0.78)
model.compile(optimizer=keras.optimizers.Adam(schedule),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=15,
                    validation_data=(x_valid, y_valid), verbose=0)
model.summary()
