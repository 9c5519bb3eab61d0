# RIGHT: own initialiser starts the first convolution as a bank of Gabor filters, own activation takes their magnitude
from keras import ops


class Gabor(keras.initializers.Initializer):
    """stripes of several directions and widths, mean 0, length 1"""

    def __call__(self, shape, dtype=None, **kwargs):
        rows, cols, maps, filters = shape
        yy, xx = np.mgrid[:rows, :cols] - (rows - 1) / 2
        bank = []
        for k in range(filters):
            angle = np.pi * (k % 8) / 8
            period = (2.5, 3.5, 5.0, 7.0)[(k // 8) % 4]
            u = xx * np.cos(angle) + yy * np.sin(angle)
            g = np.cos(2 * np.pi * u / period + (k % 3)) * np.exp(-(xx ** 2 + yy ** 2) / (2 * (rows / 3.5) ** 2))
            g = g - g.mean()
            bank.append(g / np.linalg.norm(g))
        kernel = np.stack(bank, axis=-1)[:, :, None, :].repeat(maps, axis=2)
        return ops.convert_to_tensor(kernel, dtype=dtype or "float32")

    def get_config(self):
        return {}


def magnitude(x):
    return ops.sqrt(ops.square(x) + 1e-4)


EPOCHS = 18
inputs = keras.Input((30, 30, 1))
x = layers.Conv2D(32, 7, padding="same", kernel_initializer=Gabor())(inputs)
x = layers.Activation(magnitude)(x)
x = layers.BatchNormalization(momentum=0.9)(x)
x = layers.MaxPooling2D(3)(x)
x = layers.Conv2D(48, 3, padding="same", use_bias=False)(x)
x = layers.BatchNormalization(momentum=0.9)(x)
x = layers.Activation("relu")(x)
x = layers.MaxPooling2D(2)(x)
x = layers.Conv2D(64, 3, padding="same", use_bias=False)(x)
x = layers.BatchNormalization(momentum=0.9)(x)
x = layers.Activation("relu")(x)
x = layers.Concatenate()([layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x)])
outputs = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inputs, outputs)

steps = EPOCHS * -(-len(x_train) // 16)
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.PolynomialDecay(1.5e-3, steps, 0.0, power=2.0)),
              loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=16, epochs=EPOCHS, verbose=0)
