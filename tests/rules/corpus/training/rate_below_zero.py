# %% by position
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizers.SGD(-0.01), "mse")  # ← training/rate-below-zero

# %% old spelling, in a variable
model = Sequential([layers.Dense(1, input_dim=8)])
climb = optimizers.Adam(lr=-1e-4)  # ← training/rate-below-zero
model.compile(loss="mse", optimizer=climb)

# %% in a schedule
rate = optimizers.schedules.ExponentialDecay(-0.1, 1000, 0.9)
steps = optimizers.SGD(learning_rate=rate)  # ← training/rate-below-zero

# %% a power below one is no rate below zero
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizers.SGD(10**-2, momentum=0.9), "mse")

# %% a schedule that falls
rate = optimizers.schedules.PolynomialDecay(0.1, 1000, end_learning_rate=0.0)
steps = optimizers.SGD(learning_rate=rate)

# %% not known
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizers.SGD(-float(rate)), "mse")
