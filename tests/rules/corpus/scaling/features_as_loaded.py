# %% diabetes
data = np.loadtxt("pima-indians-diabetes.csv", delimiter=",")
x, y = data[:, 0:8], data[:, 8]
model = Sequential()
model.add(layers.Dense(12, input_dim=8, activation="relu"))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=150, batch_size=10)  # ← scaling/features-as-loaded

# %% wine, split
from sklearn.model_selection import train_test_split

wine = pd.read_csv("winequality-red.csv")
x_train, x_test, y_train, y_test = train_test_split(wine.drop("quality", axis=1), wine["quality"])
a = Input((11,))
model = Model(a, layers.Dense(1)(layers.Dense(64, activation="relu")(a)))
model.compile(loss="mae", optimizer="adam")
model.fit(x_train, y_train, epochs=50, validation_data=(x_test, y_test))  # ← scaling/features-as-loaded

# %% a scaler
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("a.csv").values
model = Sequential([Input((8,)), layers.Dense(12, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(StandardScaler().fit_transform(data[:, :8]), data[:, 8])

# %% pixels
data = pd.read_csv("mnist.csv").values
model = Sequential([Input((784,)), layers.Dense(12, activation="relu"), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(data[:, 1:] / 255, data[:, 0])

# %% batch norm first
data = pd.read_csv("a.csv").values
model = Sequential([Input((8,)), layers.BatchNormalization(), layers.Dense(12, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data[:, :8], data[:, 8])

# %% prepared elsewhere
data = prepare(pd.read_csv("a.csv"))
model = Sequential([Input((8,)), layers.Dense(12, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data, y)

# %% columns scaled one by one
data = pd.read_csv("a.csv")
data["age"] = data["age"] / 100
model = Sequential([Input((8,)), layers.Dense(12, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data, y)

# %% arrays that were saved by somebody
x = np.load("x.npy")
model = Sequential([Input((8,)), layers.Dense(12, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
