# %% on for ever
inputs = Input((8,))
x = layers.Dropout(0.5)(inputs, training=True)  # ← order/dropout-always-on
model = Model(inputs, layers.Dense(1)(x))

# %% a layer with a name
drop = layers.SpatialDropout1D(0.2)
inputs = Input((8, 3))
x = drop(inputs, training=True)  # ← order/dropout-always-on
model = Model(inputs, layers.Dense(1)(x))

# %% several answers
inputs = Input((8,))
x = layers.Dropout(0.5)(inputs, training=True)
model = Model(inputs, layers.Dense(1)(x))
answers = np.stack([model.predict(rows) for _ in range(50)])

# %% as Keras does it
inputs = Input((8,))
x = layers.Dropout(0.5)(inputs)
model = Model(inputs, layers.Dense(1)(x))

# %% handed on
class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0.5)

    def call(self, x, training=False):
        return self.drop(x, training=training)
