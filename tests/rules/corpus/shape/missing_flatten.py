# %% yes or no
model = Sequential()
model.add(layers.Conv2D(8, 3, activation="relu", input_shape=(32, 32, 3)))
model.add(layers.MaxPooling2D())
model.add(layers.Dense(64, activation="relu"))
model.add(layers.Dropout(0.5))
model.add(layers.Dense(1, activation="sigmoid"))  # ← shape/missing-flatten
model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])

# %% known labels, no convolution
(x, y), _ = keras.datasets.mnist.load_data()
model = Sequential([
    Input((28, 28)),
    layers.Dense(32, activation="relu"),
    layers.Dense(10, activation="softmax"),  # ← shape/missing-flatten
])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% known labels, one-hot, loss as an object
(x, y), _ = keras.datasets.cifar10.load_data()
y = keras.utils.to_categorical(y, 10)
a = Input((32, 32, 3))
b = layers.Conv2D(8, 3, padding="same")(a)
c = layers.Dense(10)(b)  # ← shape/missing-flatten
model = Model(a, layers.Activation("softmax")(c))
model.compile("sgd", losses.CategoricalCrossentropy())
model.fit(x, y)

# %% a number for each image
x, y = np.random.rand(8, 16, 16, 1), np.random.rand(8)
model = Sequential([Input((16, 16, 1)), layers.Conv2D(4, 3), layers.Dense(1)])  # ← shape/missing-flatten
model.compile("sgd", "mse")
model.fit(x, y)

# %% after blocks that are put beside each other
(x, y), _ = keras.datasets.cifar10.load_data()
a = Input((32, 32, 3))
b = layers.BatchNormalization()(layers.Conv2D(4, 3, padding="same", activation="relu")(a))
b = layers.Concatenate()([a, b])
c = layers.Dense(10, activation="softmax")(layers.AveragePooling2D()(b))  # ← shape/missing-flatten
model = Model(a, c)
model.compile("sgd", "categorical_crossentropy")
model.fit(x, keras.utils.to_categorical(y, 10))

# %% blocks beside each other, pooled over all
(x, y), _ = keras.datasets.cifar10.load_data()
a = Input((32, 32, 3))
b = layers.Concatenate()([a, layers.Conv2D(4, 3, padding="same", activation="relu")(a)])
model = Model(a, layers.Dense(10, activation="softmax")(layers.GlobalAveragePooling2D()(b)))
model.compile("sgd", "categorical_crossentropy")
model.fit(x, keras.utils.to_categorical(y, 10))

# %% flattened
model = Sequential([Input((28, 28, 1)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")

# %% pooled over all
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(4, 3),
    layers.GlobalAveragePooling2D(),
    layers.Dense(10, activation="softmax"),
])
model.compile("sgd", "sparse_categorical_crossentropy")

# %% a class for every pixel
model = Sequential([
    Input((32, 32, 3)),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Dense(5, activation="softmax"),
])
model.compile("sgd", "sparse_categorical_crossentropy")

# %% a class for every field of a grid, as a convolution
model = Sequential([Input((32, 32, 3)), layers.Conv2D(8, 3, strides=4), layers.Conv2D(5, 1, activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")

# %% labels for a grid
x, y = np.zeros((4, 32, 32, 3)), np.zeros((4, 8, 8))
model = Sequential([
    Input((32, 32, 3)),
    layers.Conv2D(8, 4, strides=4),
    layers.Dense(5, activation="softmax"),
])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(x, y, verbose=0)

# %% an image from an image
x = np.random.rand(4, 16, 16, 3)
model = Sequential([Input((16, 16, 3)), layers.Conv2D(8, 3, padding="same"), layers.Dense(3, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy")
model.fit(x, x, verbose=0)

# %% words in a sentence
model = Sequential([Input((20,)), layers.Embedding(50, 8), layers.Conv1D(8, 3, padding="same"), layers.Dense(5, activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")

# %% sounds over time
model = Sequential([
    Input((40, 64, 1)),
    layers.Conv2D(8, 3, padding="same"),
    layers.MaxPooling2D((1, 64)),
    layers.Reshape((40, 8)),
    layers.Dense(6, activation="sigmoid"),
])
model.compile("sgd", "binary_crossentropy")

# %% an answer for every place on purpose
model = Sequential([
    Input((40, 64, 1)),
    layers.Conv2D(8, 3),
    layers.TimeDistributed(layers.Dense(6, activation="sigmoid")),
])
model.compile("sgd", "binary_crossentropy")

# %% transformers end otherwise
a = Input((16, 16, 3))
b = layers.Reshape((64, 8))(layers.Conv2D(8, 2, strides=2)(a))
c = layers.Dense(8, activation="gelu")(layers.MultiHeadAttention(2, 4)(b, b))
model = Model(a, layers.Dense(10, activation="softmax")(layers.GlobalAveragePooling1D()(c)))
model.compile("sgd", "sparse_categorical_crossentropy")

# %% steps that were pooled
model = Sequential([Input((1200, 19)), layers.LSTM(24, return_sequences=True), layers.AveragePooling1D()])
model.add(layers.Dense(2, activation="softmax"))  # ← shape/missing-flatten
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% a label for every step
model = Sequential([Input((12, 19)), layers.LSTM(24, return_sequences=True)])
model.add(layers.Dense(2, activation="softmax"))
model.compile("adam", "categorical_crossentropy")
model.fit(np.zeros((4, 12, 19)), np.zeros((4, 12, 2)))

# %% steps of a convolution meet rows of numbers
series, wanted = np.random.rand(64, 100, 2), np.random.rand(64, 4)
net = Sequential([
    Input((100, 2)),
    layers.Conv1D(8, 3, activation="relu"),
    layers.Dense(4),  # ← shape/missing-flatten
])
net.compile(loss="mse", optimizer="adam")
net.fit(series, wanted)

# %% steps of a convolution meet steps
series, wanted = np.random.rand(64, 100, 2), np.random.rand(64, 98, 4)
net = Sequential([Input((100, 2)), layers.Conv1D(8, 3, activation="relu"), layers.Dense(4)])
net.compile(loss="mse", optimizer="adam")
net.fit(series, wanted)
