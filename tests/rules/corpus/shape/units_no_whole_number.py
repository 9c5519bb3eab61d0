# %% divided, at once and behind a name
n = 100
half = n / 2
model = Sequential([Input((n,)), layers.Dense(n / 4), layers.Dense(1)])  # ← shape/units-no-whole-number
model.add(layers.Dense(half))  # ← shape/units-no-whole-number

# %% a number of NumPy
y = np.arange(3)
model = Sequential([Input((4,)), layers.Dense(y.max() + 1, activation="softmax")])  # ← shape/units-no-whole-number
other = Sequential([Input((4,)), layers.Dense(units=np.max(y) + 1, activation="softmax")])  # ← shape/units-no-whole-number

# %% whole
n = 100
model = Sequential([Input((n,)), layers.Dense(n // 4), layers.Dense(int(n / 3)), layers.Dense(2 * n), layers.Dense(1)])

# %% whole numbers of Python
y, sizes, names = np.arange(3), [2, 3], ["a", "b"]
model = Sequential([Input((4,)), layers.Dense(int(y.max()) + 1), layers.Dense(max(sizes) + 1), layers.Dense(len(names))])

# %% not known
units = len(np.arange(3))
settings = {"units": 3}
model = Sequential([Input((4,)), layers.Dense(units), layers.Dense(settings["units"])])
