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

# %% computed from a column that stays
df = pd.read_csv("students.csv", sep=";")
df["passed"] = (df["G3"] >= 10).astype(int)
df = pd.get_dummies(df, drop_first=True, dtype=float)
y = df["passed"].values
X = df.drop(columns=["passed"]).values.astype("float32")  # ← training/target-among-inputs
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)
model = Sequential([layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(X_train, y_train)

# %% cut into classes, and named among the inputs
COLUMNS = ["size", "age", "price"]
homes = pd.read_csv("homes.csv")
homes["class"] = pd.cut(homes["price"], bins=[0, 100, 200, 900], labels=[0, 1, 2])
x = homes[COLUMNS].to_numpy()  # ← training/target-among-inputs
model = Sequential([layers.Dense(16, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, homes["class"].to_numpy())

# %% computed from a column that is dropped as well
df = pd.read_csv("students.csv", sep=";")
df["passed"] = (df["G3"] >= 10).astype(int)
X = df.drop(columns=["passed", "G3"]).values
model.fit(X, df["passed"].values)

# %% dropped in another place
df = pd.read_csv("students.csv", sep=";")
df["passed"] = (df["G3"] >= 10).astype(int)
df = df.drop(columns=["G1", "G2", "G3"])
X = df.drop(columns=["passed"]).values
model.fit(X, df["passed"].values)

# %% of the day after, or of two columns
df = pd.read_csv("prices.csv")
df["up"] = (df["close"].shift(-1) > df["close"]).astype(int)
df["won"] = (df["home"] > df["away"]).astype(int)
X = df.drop(columns=["up"]).values
model.fit(X, df["up"].values)

# %% columns that are chosen, without it
df = pd.read_csv("students.csv", sep=";")
df["passed"] = (df["G3"] >= 10).astype(int)
model.fit(df[["G1", "G2"]].values, df["passed"].values)

# %% the whole table, after get_dummies and a scaler
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
loans = pd.read_csv("loans.csv").dropna()
loans = pd.get_dummies(loans, columns=["home", "grade"])
y = loans["status"]
X = loans.astype("float32").values  # ← training/target-among-inputs
a, b, c, d = train_test_split(X, y.values, test_size=0.2, stratify=y)
scaler = StandardScaler()
a = scaler.fit_transform(a)
model = Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(a, c, epochs=5)

# %% given to fit as they are
table = pd.read_csv("t.csv")
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(table.values, table.price, epochs=5)  # ← training/target-among-inputs

# %% the result of drop is lost
from sklearn.preprocessing import StandardScaler
table = pd.read_csv("t.csv")
labels = table["Outcome"]
table.drop("Outcome", axis=1)
inputs = StandardScaler().fit_transform(table.to_numpy())  # ← training/target-among-inputs
model = Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(inputs, labels, validation_split=0.2)

# %% only the number of the row is dropped
from sklearn.model_selection import train_test_split
table = pd.read_csv("t.csv")
table.drop(columns=["note"], inplace=True)
x = table.drop(columns=["id"]).astype("float32")  # ← training/target-among-inputs
y = table[["price"]].values.reshape(-1, 1)
a, b, c, d = train_test_split(x, y)
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(a, c)

# %% a function prepares both
from sklearn.preprocessing import LabelEncoder


def prepare(path):
    table = pd.read_csv(path)
    table["kind"] = LabelEncoder().fit_transform(table["kind"])
    answers = table["kind"].to_numpy()
    return table.to_numpy(), answers  # ← training/target-among-inputs


x, y = prepare("t.csv")
model = Sequential([layers.Dense(8), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% split first, taken out of each part
from sklearn.model_selection import train_test_split
table = pd.read_csv("t.csv")
a, b, c, d = train_test_split(table, table["price"])
a, b = a.drop("price", axis=1), b.drop("price", axis=1)
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(a.values, c)

# %% dropped in place, by a name
TARGET = "price"
table = pd.read_csv("t.csv")
y = table[TARGET]
table.drop(columns=[TARGET, "id"], inplace=True)
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(table.astype("float32").values, y)

# %% deleted
table = pd.read_csv("t.csv")
y = table["price"].values
del table["price"]
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(table.values, y)

# %% popped in a function
def answers_of(frame, name="price"):
    return frame.pop(name).values


table = pd.read_csv("t.csv")
check = table["price"].values
y = answers_of(table)
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(table.values, check)

# %% a transformer chooses columns
from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import StandardScaler
table = pd.read_csv("t.csv")
chosen = ColumnTransformer([("numbers", StandardScaler(), ["size", "rooms"])])
x = chosen.fit_transform(table)
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, table["price"].values)

# %% the next day's price
table = pd.read_csv("t.csv")
y = table["price"].shift(-1).fillna(0)
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(table.values, y)

# %% tomorrow's row
table = pd.read_csv("t.csv")
x, y = table.values[:-1], table["price"].values[1:]
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% overwritten
table = pd.read_csv("t.csv")
y = table["price"].values
table["price"] = 0
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(table.values, y)

# %% windows of rows, and what follows each
rows = pd.read_csv("t.csv")
pairs = keras.utils.timeseries_dataset_from_array(rows.values, rows["price"].values, sequence_length=24)
model = Sequential([layers.LSTM(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(pairs)

# %% another table
table, other = pd.read_csv("t.csv"), pd.read_csv("answers.csv")
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(table.values, other["price"].values)

# %% all columns but one
table = pd.read_csv("t.csv")
x = table[[name for name in table.columns if name != "price"]].values
model = Sequential([layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, table["price"].values)

# %% the model leaves a column out
table = pd.read_csv("t.csv")
inputs = Input((10,))
model = Model(inputs, layers.Dense(1)(inputs[:, 1:]))
model.compile("adam", "mse")
model.fit(table.values, table["price"])
