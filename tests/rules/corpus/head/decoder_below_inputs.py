# %% numbers with mean 0
x = np.random.randn(100, 8)
model = Sequential([Input((8,)), layers.Dense(3, activation="relu"), layers.Dense(8, activation="sigmoid")])  # ← head/decoder-below-inputs
model.compile("adam", "mse")
model.fit(x, x)

# %% standardised columns, a relu
from sklearn.preprocessing import StandardScaler
x = StandardScaler().fit_transform(pd.read_csv("a.csv").values)
inputs = Input((8,))
code = layers.Dense(3, activation="relu")(inputs)
model = Model(inputs, layers.Dense(8, activation="relu")(code))  # ← head/decoder-below-inputs
model.compile("adam", "mse")
model.fit(x, x)

# %% pixels that were not divided
(x, _), _ = keras.datasets.mnist.load_data()
x = x.reshape(-1, 784).astype("float32")
model = Sequential([Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(784, activation="sigmoid")])  # ← head/decoder-below-inputs
model.compile("adam", "binary_crossentropy")
model.fit(x, x)

# %% pixels from 0 to 1
(x, _), _ = keras.datasets.mnist.load_data()
x = x.reshape(-1, 784).astype("float32") / 255
model = Sequential([Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(784, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, x)

# %% linear
x = np.random.randn(100, 8)
model = Sequential([Input((8,)), layers.Dense(3, activation="relu"), layers.Dense(8)])
model.compile("adam", "mse")
model.fit(x, x)

# %% scaled into the range
from sklearn.preprocessing import MinMaxScaler
x = MinMaxScaler().fit_transform(np.random.randn(100, 8))
model = Sequential([Input((8,)), layers.Dense(3, activation="relu"), layers.Dense(8, activation="sigmoid")])
model.compile("adam", "mse")
model.fit(x, x)

# %% other targets
x, y = np.random.randn(100, 8), np.random.rand(100, 8)
model = Sequential([Input((8,)), layers.Dense(3, activation="relu"), layers.Dense(8, activation="sigmoid")])
model.compile("adam", "mse")
model.fit(x, y)
