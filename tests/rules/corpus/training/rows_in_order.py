# %% list
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((12,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)  # ← training/rows-in-order

# %% a table
data = pd.read_csv("a.csv")
model = Sequential()
model.add(layers.Dense(8, input_dim=12, activation="relu"))
model.add(layers.Dense(3, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(data.drop("class", axis=1).values, y, nb_epoch=20, shuffle=False)  # ← training/rows-in-order

# %% shuffled
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((12,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20)

# %% a forecast
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((12,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)

# %% over time
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((12, 3)), layers.LSTM(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)

# %% mixed by the program
x, y = np.load("x.npy"), np.load("y.npy")
x, y = sklearn.utils.shuffle(x, y)
model = Sequential([Input((12,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)

# %% split at random
from sklearn.model_selection import train_test_split

x_train, x_test, y_train, y_test = train_test_split(np.load("x.npy"), np.load("y.npy"))
model = Sequential([Input((12,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=20, shuffle=False)
