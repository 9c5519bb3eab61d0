# %% behind a convolution, and behind its activation
model = Sequential([
    Input((3, 32, 32)),
    layers.Conv2D(16, 3, padding="same", data_format="channels_first"),
    layers.BatchNormalization(),  # ← order/batch-norm-over-columns
    layers.ReLU(),
    layers.Conv2D(16, 3, padding="same", data_format="channels_first"),
    layers.LeakyReLU(),
    layers.BatchNormalization(axis=-1, momentum=0.9),  # ← order/batch-norm-over-columns
])

# %% in a function
def block(x, depth):
    x = layers.Conv2D(depth, 3, data_format="channels_first")(x)
    return layers.BatchNormalization(axis=-1)(x)  # ← order/batch-norm-over-columns
a = Input((3, 32, 32))
model = Model(a, block(a, 8))

# %% over the channels
model = Sequential([
    Input((3, 32, 32)),
    layers.Conv2D(16, 3, data_format="channels_first"),
    layers.BatchNormalization(axis=1),
    layers.Flatten(),
    layers.BatchNormalization(),
])

# %% channels come last
model = Sequential([Input((32, 32, 3)), layers.Conv2D(16, 3), layers.BatchNormalization()])

# %% the axis is not known
model = Sequential([
    Input((3, 32, 32)), layers.Conv2D(16, 3, data_format="channels_first"), layers.BatchNormalization(axis=axis),
])
