# %% filled in a loop
x, y = [], []
for name in names:
    x.append(load(name))
    y.append(0)
model = Sequential([layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=3)  # ← training/lists-that-grew

# %% a comprehension, for validation
rows = [load(name) for name in names]
model = Sequential([layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(a, b, validation_data=(rows, c), epochs=3)  # ← training/lists-that-grew

# %% made an array
x, y = [], []
for name in names:
    x.append(load(name))
    y.append(0)
x = np.array(x)
model = Sequential([layers.Flatten(), layers.Dense(1)])
model.fit(x, np.array(y), epochs=3)

# %% one array for each input
parts = []
for width in (2, 3):
    parts.append(np.zeros((4, width)))
a, b = Input((2,)), Input((3,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.fit(parts, np.zeros(4))

# %% a list of two arrays, written down
x = [left, right]
model = build()
model.fit(x, y, epochs=3)

# %% a model of scikit-learn takes lists
from sklearn.svm import SVC
x, y = [], []
for name in names:
    x.append(load(name))
    y.append(0)
model = SVC()
model.fit(x, y)
