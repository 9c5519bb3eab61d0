# %% a list
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
    layers.BatchNormalization(),  # ← order/batch-norm-on-output
])
model.compile(loss="mse", optimizer="adam")

# %% before the softmax
model = Sequential()
model.add(layers.Dense(64, activation="relu", input_dim=8))
model.add(layers.Dense(10))
model.add(layers.BatchNormalization())  # ← order/batch-norm-on-output
model.add(layers.Activation("softmax"))
model.compile("adam", "categorical_crossentropy")

# %% after the sigmoid, functional
inputs = Input((8,))
x = layers.Dense(1, activation="sigmoid")(inputs)
x = layers.BatchNormalization()(x)  # ← order/batch-norm-on-output
model = Model(inputs, x)
model.compile(loss=losses.BinaryCrossentropy(), optimizer="sgd")

# %% one of two outputs
inputs = Input((8,))
a = layers.Dense(1, name="a")(layers.Dense(8, activation="relu")(inputs))
b = layers.BatchNormalization(name="b")(layers.Dense(1)(inputs))  # ← order/batch-norm-on-output
model = Model(inputs, [a, b])
model.compile("adam", loss={"a": "mse", "b": "mae"})

# %% behind a hidden layer
model = Sequential([Input((8,)), layers.Dense(64, use_bias=False), layers.BatchNormalization(), layers.ReLU(), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")

# %% an embedding that a loss of its own compares
encoder = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dense(32), layers.BatchNormalization()])
encoder.compile(loss=triplet_loss, optimizer="adam")

# %% an embedding inside of a model
inputs = Input((8,))
code = layers.BatchNormalization()(layers.Dense(32)(inputs))
encoder = Model(inputs, code)
model = Model(inputs, layers.Dense(10, activation="softmax")(layers.ReLU()(code)))
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% a class for each pixel
model = Sequential([
    Input((32, 32, 3)),
    layers.Conv2D(12, 1),
    layers.BatchNormalization(),
    layers.Reshape((1024, 12)),
    layers.Activation("softmax"),
])
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% a normal distribution of pictures, not compiled
generator = Sequential([Input((100,)), layers.Dense(784), layers.BatchNormalization(), layers.Activation("tanh")])

# %% an encoder that was compiled needlessly
encoder = Sequential([Input((784,)), layers.Dense(64, activation="relu"), layers.Dense(32), layers.BatchNormalization()])
encoder.compile(loss="mse", optimizer="adam")
model = Sequential([encoder, layers.Dense(784, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam")
