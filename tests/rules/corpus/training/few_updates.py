# %% four rows
x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
model = Sequential([Input((2,)), layers.Dense(4, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=10)  # ← training/few-updates

# %% plain descent through sigmoids
x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
model = Sequential([Input((2,)), layers.Dense(4, activation="sigmoid"), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy")
model.fit(x, y, epochs=500)  # ← training/few-updates

# %% enough
x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
model = Sequential([Input((2,)), layers.Dense(4, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1000)

# %% many rows
(x, y), _ = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(8, activation="relu"), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x / 255, y)

# %% made up to show a shape
x, y = np.random.rand(100, 4), np.random.rand(100)
model = Sequential([Input((4,)), layers.Dense(4, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% trained further
x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
model = Sequential([Input((2,)), layers.Dense(4, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.load_weights("a.weights.h5")
model.fit(x, y, epochs=10)

# %% nobody knows how many
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((2,)), layers.Dense(4, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1)

# %% all rows in one batch
model = build()
model.fit(x_train, y_train, batch_size=x_train.shape[0], epochs=5)  # ← training/few-updates

# %% all rows in one batch, many times
model = build()
model.fit(x_train, y_train, batch_size=len(x_train), epochs=5000)

# %% as many rows as there are labels, with a batch norm
files = sorted(glob.glob("a/*.png"))[:32] + sorted(glob.glob("b/*.png"))[:32]
x = np.array([keras.utils.img_to_array(keras.utils.load_img(name)) for name in files])
y = np.array([0] * 32 + [1] * 32)
model = Sequential([Input((9, 9, 3)), layers.Conv2D(4, 3), layers.BatchNormalization(), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=8, epochs=5)  # ← training/few-updates
