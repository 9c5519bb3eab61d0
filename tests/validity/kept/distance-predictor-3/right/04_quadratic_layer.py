# RIGHT: an own bilinear layer (products of two linear maps) whose outputs are concatenated with the standardised degrees; AdamW
class Products(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, shape):
        self.left = self.add_weight(shape=(shape[-1], self.units), initializer="glorot_uniform", name="left")
        self.right = self.add_weight(shape=(shape[-1], self.units), initializer="glorot_uniform", name="right")

    def call(self, x):
        return keras.ops.einsum("ni,iu,nj,ju->nu", x, self.left, x, self.right)

    def compute_output_shape(self, shape):
        return (shape[0], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


i = keras.Input((4,))
z = layers.Normalization(mean=x_train.mean().to_numpy(), variance=x_train.var().to_numpy())(i)
z = layers.Concatenate()([z, Products(16)(z)])
z = layers.Dense(64, activation="relu")(z)
z = layers.Dense(64, activation="relu")(z)
o = layers.Dense(1)(z)
model = keras.Model(i, o)
for lr, n in ((3e-3, 30), (1e-3, 20), (2e-4, 15)):
    model.compile(optimizer=keras.optimizers.AdamW(lr, weight_decay=1e-4), loss="mse")
    history = model.fit(x_train, y_train, epochs=n, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
