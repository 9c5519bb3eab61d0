# %% houses of Boston
(x_train, y_train), (x_test, y_test) = keras.datasets.boston_housing.load_data()
model = Sequential([Input((13,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="rmsprop")
model.fit(x_train, y_train, epochs=100)  # ← scaling/raw-features

# %% wine, split
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split

wine = load_wine()
x_train, x_test, y_train, y_test = train_test_split(wine.data, wine.target)
model = Sequential()
model.add(layers.Dense(16, activation="relu", input_dim=13))
model.add(layers.Dense(3, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=100)  # ← scaling/raw-features

# %% made up
x = np.random.randint(0, 1000, (5000, 4))
a = Input((4,))
model = Model(a, layers.Dense(1)(layers.Dense(8, activation="relu")(a)))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)  # ← scaling/raw-features

# %% written down
x = np.array([[1000.0, 2.0], [2000.0, 3.0], [1500.0, 1.0]])
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)  # ← scaling/raw-features

# %% standardised
(x_train, y_train), (x_test, y_test) = keras.datasets.boston_housing.load_data()
mean, std = x_train.mean(axis=0), x_train.std(axis=0)
x_train -= mean
x_train /= std
model = Sequential([Input((13,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="rmsprop")
model.fit(x_train, y_train, epochs=100)

# %% a scaler
from sklearn.datasets import load_wine
from sklearn.preprocessing import MinMaxScaler

x, y = load_wine(return_X_y=True)
x = MinMaxScaler().fit_transform(x)
model = Sequential([Input((13,)), layers.Dense(16, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)

# %% divided
x = np.random.randint(0, 1000, (5000, 4)) / 1000
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)

# %% small numbers
x = np.linspace(-3, 3, 200)
model = Sequential([Input((1,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, np.sin(x))

# %% numbers of words
x = np.random.randint(0, 10000, (500, 20))
model = Sequential([Input((20,)), layers.Embedding(10000, 8), layers.Flatten(), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)

# %% a line needs no hidden layers
x = np.array([-40.0, 0.0, 100.0, 212.0])
model = Sequential([Input((1,)), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(0.1))
model.fit(x, y)

# %% columns of a literal table may be small
table = np.array([[1000.0, 2.0], [2000.0, 3.0], [1500.0, 1.0]])
model = Sequential([Input((1,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(table[:, 1:], table[:, 0] / 1000)

# %% normalised in the model
x = np.random.uniform(0, 5000, (100, 4))
norm = layers.Normalization()
norm.adapt(x)
model = Sequential([norm, layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
