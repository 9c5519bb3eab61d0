# %% divided with the images
(x, y), _ = keras.datasets.cifar10.load_data()
x, y = x / 255.0, y / 255.0
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)  # ← head/labels-scaled

# %% made up, scaled in place
x, y = np.random.rand(100, 4), np.random.randint(0, 3, 100)
y = y.astype("float32")
y /= 2
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)  # ← head/labels-scaled

# %% only the images
(x, y), _ = keras.datasets.cifar10.load_data()
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x / 255.0, y.astype("float32"))

# %% one-hot, then smoothed
(x, y), _ = keras.datasets.mnist.load_data()
y = keras.utils.to_categorical(y, 10) * 0.9 + 0.01
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x / 255.0, y)

# %% a regression
(x, y), _ = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x / 255.0, y / 9)

# %% a table with its last column, standardised
from sklearn.preprocessing import StandardScaler
table = np.loadtxt("pima.csv", delimiter=",")
table = StandardScaler().fit_transform(table)
x, y = table[:, :8], table[:, 8]
model = Sequential([Input((8,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=5)  # ← head/labels-scaled

# %% a table from 0 to 1
from sklearn.preprocessing import MinMaxScaler
table = MinMaxScaler().fit_transform(np.loadtxt("pima.csv", delimiter=","))
x, y = table[:, :8], table[:, 8]
model = Sequential([Input((8,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=5)
