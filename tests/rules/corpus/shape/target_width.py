# %% three columns for two units
x, y = np.random.rand(40, 4), np.random.rand(40, 3)
model = Sequential([
    Input((4,)),
    layers.Dense(2),  # ← shape/target-width
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, verbose=0)

# %% by name, with another loss
x = tf.random.normal((40, 4))
y = tf.random.uniform((40, 2))
inputs = Input((4,))
outputs = layers.Dense(5, activation="sigmoid")(inputs)  # ← shape/target-width
model = Model(inputs, outputs)
model.compile(loss=losses.BinaryCrossentropy(), optimizer="adam")
model.fit(x, y, verbose=0)

# %% one number for each row, three units
x, y = np.random.rand(40, 4), np.linspace(0, 1, 40)
model = Sequential([Input((4,)), layers.Dense(3)])  # ← shape/target-width
model.compile(loss="mae", optimizer="adam")
model.fit(x, y, verbose=0)

# %% columns for a sparse loss
x, y = np.random.rand(40, 4), np.zeros((40, 3))
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])  # ← shape/target-width
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, verbose=0)

# %% a window of targets
series = np.random.rand(40, 12)
model = Sequential([Input((8,)), layers.Dense(8, activation="relu"), layers.Dense(3)])  # ← shape/target-width
model.compile(loss="huber", optimizer="adam")
model.fit(series[:, :8], series[:, 8:], verbose=0)

# %% classes at each place, and one label
(x, y), _ = keras.datasets.mnist.load_data()
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(10, 1, activation="softmax"),  # ← shape/target-width
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x[..., None] / 255, y)

# %% classes at each place, pooled
(x, y), _ = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28, 1)), layers.Conv2D(10, 3), layers.GlobalAveragePooling2D(), layers.Softmax()])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x[..., None] / 255, y)

# %% columns and units
x, y = np.random.rand(40, 4), np.random.rand(40, 3)
model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, verbose=0)

# %% one column, or none, for one unit
x = np.random.rand(40, 4)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, np.random.rand(40), verbose=0)
model.fit(x, np.random.rand(40, 1), verbose=0)

# %% a loss of the author's
x, y = np.random.rand(40, 4), np.random.rand(40, 1)
def spread(wanted, given):
    return keras.ops.mean(keras.ops.square(wanted[:, :1] - given[:, :1]))

model = Sequential([Input((4,)), layers.Dense(2)])
model.compile(loss=spread, optimizer="adam")
model.fit(x, y, verbose=0)

# %% as many targets in a batch as there are units
x, y = np.random.rand(3, 4), np.random.rand(3)
model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, verbose=0)

# %% numbers of classes
x, y = np.random.rand(40, 4), np.random.randint(0, 3, (40, 1))
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, verbose=0)

# %% one answer for two columns
x, y = np.random.rand(100, 4), np.random.rand(100, 2)
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])  # ← shape/target-width
model.compile("adam", "mse")
model.fit(x, y)

# %% a target for each step
x, y = np.random.rand(100, 5, 2), np.random.rand(100, 5, 1)
model = Sequential([Input((5, 2)), layers.LSTM(8), layers.Dense(1)])  # ← shape/target-width
model.compile("adam", "mse")
model.fit(x, y)

# %% a decoder that ends in larger images
x = np.zeros((8, 28, 28, 1))
model = Sequential([
    Input((28, 28, 1)),
    layers.MaxPooling2D(4, padding="same"),
    layers.UpSampling2D(4),
    layers.Conv2D(1, 3, padding="valid", activation="sigmoid"),  # ← shape/target-width
])
model.compile("sgd", "binary_crossentropy")
model.fit(x, x)

# %% a decoder that ends in the same images
x = np.zeros((8, 28, 28, 1))
model = Sequential([
    Input((28, 28, 1)),
    layers.MaxPooling2D(2, padding="same"),
    layers.UpSampling2D(2),
    layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
])
model.compile("sgd", "binary_crossentropy")
model.fit(x, x)

# %% one number for each step
series = np.random.rand(960).reshape(-1, 96, 1)
x, y = series[:-1], series[1:]
model = Sequential([
    layers.LSTM(8, input_shape=(96, 1), return_sequences=True),
    layers.TimeDistributed(layers.Dense(96)),  # ← shape/target-width
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)

# %% three numbers for each step
x, y = np.random.rand(50, 20, 4), np.random.rand(50, 20, 3)
model = Sequential([
    Input((20, 4)),
    layers.GRU(8, return_sequences=True),
    layers.Dense(1),  # ← shape/target-width
])
model.compile(loss="mae", optimizer="adam")
model.fit(x, y)

# %% as many as the targets
series = np.random.rand(960).reshape(-1, 96, 1)
model = Sequential([
    layers.LSTM(8, input_shape=(96, 1), return_sequences=True),
    layers.TimeDistributed(layers.Dense(1)),
])
model.compile(loss="mse", optimizer="adam")
model.fit(series[:-1], series[1:])

# %% labels that are numbered from 1
moods = {"angry": 1, "sad": 2, "glad": 3}
labels = np.array([moods[name] for name in answers])
order = np.random.permutation(len(rows))
wanted = keras.utils.to_categorical(labels[order])
net = Sequential([layers.Dense(8), layers.Dense(3, activation="softmax")])  # ← shape/target-width
net.compile(loss="categorical_crossentropy", optimizer="adam")
net.fit(rows[order], wanted)

# %% the same in a column of a table
table["mood"] = table["mood"].map({"angry": 1, "sad": 2, "glad": 3, "calm": 4})
wanted = keras.utils.to_categorical(table["mood"].map({"angry": 1, "sad": 2, "glad": 3, "calm": 4}))
net = Sequential([layers.Dense(8), layers.Dense(4, activation="softmax")])  # ← shape/target-width
net.compile(loss="categorical_crossentropy", optimizer="adam")
net.fit(rows, wanted)

# %% one less, or one unit more, or from 0
rows, answers = np.zeros((6, 4)), 2 * ["angry", "sad", "glad"]
moods = {"angry": 1, "sad": 2, "glad": 3}
labels = np.array([moods[name] for name in answers])
wanted = keras.utils.to_categorical(labels - 1)
net = Sequential([layers.Dense(8), layers.Dense(3, activation="softmax")])
net.compile(loss="categorical_crossentropy", optimizer="adam")
net.fit(rows, wanted)
also = keras.utils.to_categorical(labels)
net = Sequential([layers.Dense(3), layers.Dense(4, activation="softmax")])
net.compile(loss="categorical_crossentropy", optimizer="adam")
net.fit(rows, also)

# %% angles of which each is calculated from two columns
rows = np.random.default_rng(0).normal(size=(50, 4))
roll, length = np.arctan2(rows[:, 0], rows[:, 1]), np.hypot(rows[:, 2], rows[:, 3])
goals = np.column_stack([roll, length, np.maximum(roll, 0)])
net = Sequential([Input((4,)), layers.Dense(2)])  # ← shape/target-width
net.compile("adam", "mse")
net.fit(rows, goals)

# %% as many units as angles
rows = np.random.default_rng(0).normal(size=(50, 4))
goals = np.column_stack([np.arctan2(rows[:, 0], rows[:, 1]), np.maximum(rows[:, 2], 0), rows[:, 3]])
fits = Sequential([Input((4,)), layers.Dense(3)])
fits.compile("adam", "mse")
fits.fit(rows, goals)

# %% shares, three for each row
rows = np.random.default_rng(0).normal(size=(50, 4))
shares = np.random.default_rng(0).multinomial(10, [0.5, 0.3, 0.2], size=50) / 10
drawn = np.random.default_rng(0).dirichlet([1, 1, 1], 50)
net = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
net.compile("adam", "kl_divergence")
net.fit(rows, shares)
net.fit(rows, drawn)

# %% two numbers for each row, three units
rows = np.random.default_rng(0).normal(size=(50, 4))
net = Sequential([Input((4,)), layers.Dense(3)])  # ← shape/target-width
net.compile("adam", "mse")
net.fit(rows, np.random.multivariate_normal([0, 0], [[1, 0], [0, 1]], 50))
