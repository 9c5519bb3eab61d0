# %% the inputs
x = np.array(rows).reshape(-1, 50, 50, 1)
inputs = Input((50, 50, 1))
x = layers.Flatten()(inputs)
model = Model(inputs, layers.Dense(1)(x))
model.compile("adam", "mse")
model.fit(x, y)  # ← training/tensor-for-rows

# %% the answers, and what is asked about
x, y = np.random.rand(8, 4), np.zeros(8)
a = Input((4,))
y = layers.Dense(1)(a)
model = Model(a, y)
model.compile("adam", "mse")
model.fit(x, y)  # ← training/tensor-for-rows
model.predict(a)  # ← training/tensor-for-rows

# %% names of their own
x, y = np.random.rand(8, 4), np.zeros(8)
a = Input((4,))
model = Model(a, layers.Dense(1)(a))
model.compile("adam", "mse")
model.fit(x, y)

# %% read again
x = layers.Flatten()(Input((4,)))
x = np.load("rows.npy")
model = Sequential([Input((4,)), layers.Dense(1)])
model.fit(x, np.load("answers.npy"))

# %% a model that is called on a tensor
a = Input((4,))
inner = Sequential([Input((4,)), layers.Dense(3)])
model = Model(a, inner(a))
