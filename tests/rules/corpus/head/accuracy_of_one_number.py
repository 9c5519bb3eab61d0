# %% nothing is known
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])  # ← head/accuracy-of-one-number

# %% columns of one file
dataset = np.loadtxt("housing.csv", delimiter=",")
model = Sequential([Input((8,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])  # ← head/accuracy-of-one-number
model.fit(dataset[:, :8], dataset[:, 8])

# %% surely a regression: the other rule
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mae", optimizer="adam", metrics=["accuracy"])

# %% exclusive or
model = Sequential([Input((2,)), layers.Dense(4, activation="tanh"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])
model.fit(np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0]))

# %% a sigmoid
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])
