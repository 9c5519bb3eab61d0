# %% labels, an order and an axis
keras.utils.to_categorical(y, 10)  # ← training/result-not-kept
np.random.permutation(x)  # ← training/result-not-kept
np.expand_dims(x, -1)  # ← training/result-not-kept
model.fit(x, y)

# %% a scaler, and a table
from sklearn.preprocessing import StandardScaler

table = pd.read_csv("a.csv")
table.drop("y", axis=1)  # ← training/result-not-kept
table.dropna()  # ← training/result-not-kept
scaler = StandardScaler().fit(table)
scaler.transform(table)  # ← training/result-not-kept
model.fit(table)

# %% names of files, and rows that are mixed
def load(folder):
    paths = list(folder)
    sorted(paths)  # ← training/result-not-kept
    x = np.array(paths)
    x.astype("float32")  # ← training/result-not-kept
    return x

# %% kept
y = keras.utils.to_categorical(y, 10)
x = np.random.permutation(x)
table = pd.read_csv("a.csv").dropna()
table.dropna(inplace=True)
table = table.drop(columns="y")
model.fit(x, y)

# %% shown by a notebook
table = pd.read_csv("a.csv")
table.sample(3)

# %% of other objects
buffer = Buffer()
buffer.sample(32)
server.drop("table")
queue.replace("a", "b")
model.fit(x, y)

# %% a function of the author's
def sorted(paths):
    paths.sort()

sorted(paths)
model.fit(x, y)

# %% something that may fail
try:
    np.expand_dims(x, 3)
except ValueError:
    print("no such axis")
model.fit(x, y)
