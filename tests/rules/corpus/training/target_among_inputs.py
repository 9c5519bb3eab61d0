# %% the whole table
table = pd.read_csv("t.csv")
y = table["price"].values
x = table.to_numpy()  # ← training/target-among-inputs
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=5)

# %% one column too many
data = np.loadtxt("d.csv", delimiter=",")
x, y = data[:, 0:9], data[:, 8]  # ← training/target-among-inputs
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=5)

# %% the last column, and all from the second on
table = pd.read_csv("t.csv")
x = table.iloc[:, 1:]  # ← training/target-among-inputs
y = table.iloc[:, -1].values
a, b, c, d = train_test_split(x, y)

# %% named
table = pd.read_csv("t.csv")
x = table[["size", "price"]].values  # ← training/target-among-inputs
y = table["price"]
a, b, c, d = train_test_split(x, y)

# %% all columns but the last
data = np.loadtxt("d.csv", delimiter=",")
x, y = data[:, :-1], data[:, -1]
a, b, c, d = train_test_split(x, y)

# %% the first eight
data = np.loadtxt("d.csv", delimiter=",")
x, y = data[:, 0:8], data[:, 8]
a, b, c, d = train_test_split(x, y)

# %% taken out
table = pd.read_csv("t.csv")
y = table.pop("price")
x = table.values
a, b, c, d = train_test_split(x, y)

# %% dropped later
table = pd.read_csv("t.csv")
y = table["price"]
table = table.drop("price", axis=1)
x = table.values
a, b, c, d = train_test_split(x, y)

# %% other columns
table = pd.read_csv("t.csv")
x = table[["size", "rooms"]].values
y = table["price"]
a, b, c, d = train_test_split(x, y)

# %% what comes next
data = np.loadtxt("d.csv", delimiter=",")
x, y = data[:-1, :], data[1:, 0]
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=5)

# %% a mean of the target that ends with its own row
table = pd.read_csv("load.csv").sort_values("hour")
table["level"] = table["load"].rolling(24).mean()  # ← training/target-among-inputs
x = table[["temp", "level"]].values
y = table["load"].values
model.fit(x, y)

# %% a mean that ends with the row before, and a mean of another column
table = pd.read_csv("load.csv").sort_values("hour")
table["level"] = table["load"].shift(1).rolling(24).mean()
table["warm"] = table["temp"].rolling(24).mean()
x = table[["temp", "level", "warm"]].values
y = table["load"].values
model.fit(x, y)

# %% a target that lies ahead, and a state that is measured
table["level"] = table["load"].rolling(24).mean()
x = table[["load", "level"]].values
y = table["load"].shift(-1).values
model.fit(x, y)
