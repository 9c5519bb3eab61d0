# WRONG: (lacks: 3, two convolutions on every way) subclassed model that makes two convolutions, but call() feeds the first one's output on, the second's result is never used
@keras.saving.register_keras_serializable(package="hw")
class TextileNet(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)
        self.conv1 = layers.Conv2D(48, 5, strides=2, activation="relu")
        self.conv2 = layers.Conv2D(48, 3, strides=2, activation="relu")
        self.pool = layers.GlobalAveragePooling2D()
        self.hidden = layers.Dense(64, activation="relu")
        self.out = layers.Dense(5, activation="softmax")

    def call(self, inputs):
        x = self.norm(inputs)
        x1 = self.conv1(x)
        x2 = self.conv2(x1)
        x = self.pool(x1)
        x = self.hidden(x)
        return self.out(x)

model = TextileNet()
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(4e-3, 50 * 14, alpha=0.01)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=15, batch_size=16, validation_data=(x_valid, y_valid), verbose=0)
