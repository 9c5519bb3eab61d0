# %% houses of California
(x_train, y_train), (x_test, y_test) = keras.datasets.california_housing.load_data()
model = Sequential([Input((8,)), layers.BatchNormalization(), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, epochs=20)  # ← scaling/raw-targets

# %% diabetes, split
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split

x, y = load_diabetes(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = Sequential()
model.add(layers.Dense(16, activation="relu", input_dim=10))
model.add(layers.Dense(1))
model.compile(loss=losses.MeanAbsoluteError(), optimizer="adam")
model.fit(x_train, y_train, nb_epoch=20)  # ← scaling/raw-targets

# %% a parabola
x = np.linspace(-50, 50, 1000)
y = x**2
a = Input((1,))
model = Model(a, layers.Dense(1)(layers.Dense(8, activation="relu")(a)))
model.compile(loss="mse", optimizer="sgd")
model.fit(x / 50, y)  # ← scaling/raw-targets

# %% scaled
x = np.linspace(-50, 50, 1000)
y = x**2 / 2500
model = Sequential([Input((1,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x / 50, y)

# %% a scaler
from sklearn.preprocessing import StandardScaler

(x_train, y_train), (x_test, y_test) = keras.datasets.california_housing.load_data()
y_train = StandardScaler().fit_transform(y_train.reshape(-1, 1))
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)

# %% logarithms
(x_train, y_train), (x_test, y_test) = keras.datasets.california_housing.load_data()
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, np.log(y_train))

# %% scaled back in the model
(x_train, y_train), (x_test, y_test) = keras.datasets.california_housing.load_data()
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dense(1), layers.Rescaling(100000.0)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)

# %% numbers of classes
y = np.random.randint(0, 1000, 5000)
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dense(1000, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)

# %% small targets
(x_train, y_train), (x_test, y_test) = keras.datasets.boston_housing.load_data()
model = Sequential([Input((13,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)
