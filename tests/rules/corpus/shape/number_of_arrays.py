# %% two targets for one output
x, a, b = np.random.rand(100, 4), np.random.rand(100), np.random.rand(100, 1)
model = Sequential([Input((4,)), layers.Dense(2)])
model.compile("adam", "mse")
model.fit(x, y=[a, b], epochs=2)  # ← shape/number-of-arrays

# %% two inputs for one
x, z, y = np.random.rand(100, 4), np.random.rand(100, 4), np.random.rand(100)
one = Input((4,))
model = Model(one, layers.Dense(1)(one))
model.compile("adam", "mse")
model.fit([x, z], y)  # ← shape/number-of-arrays

# %% two outputs
x, a, b = np.random.rand(100, 4), np.random.rand(100), np.random.rand(100)
one = Input((4,))
model = Model(one, [layers.Dense(1)(one), layers.Dense(1)(one)])
model.compile("adam", "mse")
model.fit(x, [a, b])

# %% one array in a list
x, y = np.random.rand(100, 4), np.random.rand(100)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit([x], [y])

# %% two inputs
x, z, y = np.random.rand(100, 4), np.random.rand(100, 4), np.random.rand(100)
left, right = Input((4,)), Input((4,))
model = Model([left, right], layers.Dense(1)(layers.Add()([left, right])))
model.compile("adam", "mse")
model.fit([x, z], y)
