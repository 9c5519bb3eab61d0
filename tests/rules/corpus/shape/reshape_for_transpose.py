# %% the classes of each pixel
inputs = Input((8, 12, 3))
x = layers.Conv2D(5, 1)(inputs)
x = layers.Reshape((5, 8 * 12))(x)  # ← shape/reshape-for-transpose
x = layers.Permute((2, 1))(x)
model = Model(inputs, layers.Activation("softmax")(x))

# %% channels first
model = Sequential([Input((3, 8, 12)), layers.Reshape((8, 12, 3)), layers.Conv2D(5, 1)])  # ← shape/reshape-for-transpose

# %% steps and features
model = Sequential([Input((10, 4)), layers.Reshape((4, 10)), layers.LSTM(8)])  # ← shape/reshape-for-transpose

# %% the pixels one after the other, and an axis of length one
model = Sequential([Input((8, 12, 3)), layers.Conv2D(5, 1), layers.Reshape((96, 5)), layers.Reshape((96, 5, 1))])

# %% a permutation
model = Sequential([Input((10, 4)), layers.Permute((2, 1)), layers.Reshape((4, 10, 1)), layers.Conv2D(8, 3)])

# %% channels that stand first
inputs = Input((5, 8, 12))
x = layers.Reshape((5, 96))(inputs)
model = Model(inputs, layers.Permute((2, 1))(x))

# %% sizes that are not known
inputs = Input((None, 4))
model = Model(inputs, layers.Reshape((4, -1))(inputs))

# %% heads of an attention
inputs = Input((16, 24))
x = layers.Reshape((16, 4, 6))(inputs)
x = layers.Permute((2, 1, 3))(x)
model = Model(inputs, x)
