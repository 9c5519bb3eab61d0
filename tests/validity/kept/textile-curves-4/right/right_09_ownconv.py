# RIGHT: subclassed, with a convolution layer of my own (keras.ops.conv on a standardised kernel) and group norm, rate falls by a quarter each epoch
from keras import ops


class StandardisedConv(layers.Layer):
    """A convolution whose kernel is brought to mean 0 and a fixed spread before it is used."""

    def __init__(self, maps, size, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.maps, self.size, self.stride = maps, size, stride

    def build(self, shape):
        self.fan_in = self.size * self.size * shape[-1]
        self.kernel = self.add_weight(shape=(self.size, self.size, shape[-1], self.maps),
                                      initializer="glorot_normal", name="kernel")
        self.gain = self.add_weight(shape=(self.maps,), initializer="ones", name="gain")
        self.bias = self.add_weight(shape=(self.maps,), initializer="zeros", name="bias")

    def call(self, x):
        kernel = ops.convert_to_tensor(self.kernel)
        mean = ops.mean(kernel, axis=(0, 1, 2), keepdims=True)
        variance = ops.mean(ops.square(kernel - mean), axis=(0, 1, 2), keepdims=True)
        kernel = self.gain * (kernel - mean) / ops.sqrt(self.fan_in * variance + 1e-5)
        return ops.conv(x, kernel, strides=self.stride, padding="same") + self.bias


class Weave(keras.Model):
    def __init__(self, maps=(32, 48, 64), classes=5, **kwargs):
        super().__init__(**kwargs)
        self.convs = [StandardisedConv(m, 5 if i == 0 else 3, stride=2) for i, m in enumerate(maps)]
        self.norms = [layers.GroupNormalization(groups=8) for _ in maps]
        self.drop = layers.Dropout(0.2)
        self.classify = layers.Dense(classes, activation="softmax")

    def call(self, patches, training=False):
        x = 4.0 * ops.cast(patches, "float32") - 2.0
        for conv, norm in zip(self.convs, self.norms):
            x = ops.relu(norm(conv(x)))
        x = ops.mean(x, axis=(1, 2))
        return self.classify(self.drop(x, training=training))


BATCH = 16
per_epoch = -(-len(x_train) // BATCH)
model = Weave()
model.compile(
    optimizer=keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(4e-3, per_epoch, 0.78), clipnorm=1.0),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=20, validation_data=(x_valid, y_valid), verbose=0)
