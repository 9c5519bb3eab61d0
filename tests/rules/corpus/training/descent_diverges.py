# %% raw inputs
x = np.arange(200.0)
model = Sequential([Input((1,)), layers.Dense(1)])
model.compile(optimizers.SGD(0.001), "mse")
model.fit(x, 2 * x)  # ← training/descent-diverges

# %% raw targets, the default rate
x = np.random.uniform(0, 1, size=(100, 1))
y = np.random.uniform(1000, 9000, size=(100, 1))
model = Sequential([Input((1,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, y)  # ← training/descent-diverges

# %% a parabola with noise
x = np.arange(0.0, 5.0, 0.1).reshape(-1, 1)
y = 5 * np.power(x, 2) + np.random.randn(50, 1)
model = Sequential([Input((1,)), layers.Dense(50, activation="relu"), layers.Dense(1)])
model.compile(optimizers.SGD(learning_rate=0.1), "mse")
model.fit(x, y)  # ← training/descent-diverges

# %% Adam moves by its rate, whatever the slope
x = np.arange(200.0)
model = Sequential([Input((1,)), layers.Dense(1)])
model.compile(optimizers.Adam(0.001), "mse")
model.fit(x, 2 * x)

# %% a slow rate
x = np.arange(200.0)
model = Sequential([Input((1,)), layers.Dense(1)])
model.compile(optimizers.SGD(0.00001), "mse")
model.fit(x, 2 * x)

# %% small numbers
x = np.linspace(-1, 1, 100)
model = Sequential([Input((1,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, 3 * x)

# %% clipped
x = np.arange(200.0)
model = Sequential([Input((1,)), layers.Dense(1)])
model.compile(optimizers.SGD(0.001, clipnorm=1.0), "mse")
model.fit(x, 2 * x)

# %% absolute errors have the same slope everywhere
x = np.arange(200.0)
model = Sequential([Input((1,)), layers.Dense(1)])
model.compile("sgd", "mae")
model.fit(x, 2 * x)

# %% nobody knows how large they are
model = Sequential([Input((1,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.load("x.npy"), np.load("y.npy"))
