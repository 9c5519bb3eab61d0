# %% a list; the rule speaks once
model = Sequential([
    Input((8,)),
    layers.Dense(64),  # ← order/bias-before-batch-norm
    layers.BatchNormalization(),
    layers.ReLU(),
    layers.Dense(64),
    layers.BatchNormalization(),
    layers.ReLU(),
    layers.Dense(1),
])

# %% add
model = Sequential()
model.add(layers.Conv2D(32, (3, 3), padding="same", input_shape=(32, 32, 3)))  # ← order/bias-before-batch-norm
model.add(layers.BatchNormalization(axis=-1))
model.add(layers.Activation("relu"))

# %% a function that builds blocks
def block(x, filters):
    x = layers.Conv2D(filters, 3, use_bias=True)(x)  # ← order/bias-before-batch-norm
    x = layers.BatchNormalization(axis=3)(x)
    return layers.ReLU()(x)


inputs = Input((32, 32, 3))
model = Model(inputs, block(block(inputs, 16), 32))

# %% channels first
inputs = Input((3, 32, 32))
x = layers.Conv2D(16, 3, data_format="channels_first")(inputs)  # ← order/bias-before-batch-norm
model = Model(inputs, layers.BatchNormalization(axis=1)(x))

# %% no bias
model = Sequential([Input((8,)), layers.Dense(64, use_bias=False), layers.BatchNormalization(), layers.ReLU(), layers.Dense(1)])

# %% the activation stands between
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.BatchNormalization(), layers.Dense(1)])

# %% no batch norm
model = Sequential([Input((8,)), layers.Dense(64), layers.LayerNormalization(), layers.ReLU(), layers.Dense(1)])

# %% frozen statistics: the bias still acts
model = Sequential([Input((8,)), layers.Dense(64), layers.BatchNormalization(trainable=False), layers.ReLU(), layers.Dense(1)])

# %% somebody else reads the layer, too
inputs = Input((8,))
x = layers.Dense(8)(inputs)
y = layers.BatchNormalization()(x)
model = Model(inputs, layers.add([x, y]))

# %% a mean for something else than the features
inputs = Input((32, 32, 3))
x = layers.Conv2D(16, 3)(inputs)
model = Model(inputs, layers.BatchNormalization(axis=1)(x))

# %% nobody knows
model = Sequential([Input((8,)), layers.Dense(64, use_bias=flag), layers.BatchNormalization(), layers.ReLU(), layers.Dense(1)])

# %% a function that adds a batch norm only sometimes
def block(x, norm):
    x = layers.Conv2D(16, 3)(x)
    if norm:
        x = layers.BatchNormalization()(x)
    return layers.ReLU()(x)


inputs = Input((32, 32, 3))
model = Model(inputs, block(block(inputs, True), False))
