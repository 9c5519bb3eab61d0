# RIGHT: each measurement becomes a token, self-attention over the eight tokens, then two dense hidden layers
from keras import ops


class Tokens(layers.Layer):
    """(n, 8) -> (n, 8, width): every column has its own direction and offset"""

    def __init__(self, width, **kw):
        super().__init__(**kw)
        self.width = width

    def build(self, shape):
        self.direction = self.add_weight(shape=(shape[-1], self.width), initializer="glorot_normal", name="direction")
        self.offset = self.add_weight(shape=(shape[-1], self.width), initializer="glorot_normal", name="offset")

    def call(self, z):
        return ops.expand_dims(z, -1) * self.direction + self.offset

    def compute_output_shape(self, shape):
        return (shape[0], shape[1], self.width)

    def get_config(self):
        return super().get_config() | {"width": self.width}


scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
inputs = keras.Input((8,))
t = Tokens(12)(scale(inputs))
a = layers.MultiHeadAttention(num_heads=2, key_dim=6)(t, t)
t = layers.Add()([t, a])
f = layers.Flatten()(t)
f = layers.Dense(64, activation="relu")(f)
f = layers.Dense(32, activation="relu")(f)
model = keras.Model(inputs, layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean())))(f))

epochs = 60
steps = int(np.ceil(len(x_train) / 32)) * epochs
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(5e-3, steps, alpha=0.05)), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=epochs, verbose=0)
