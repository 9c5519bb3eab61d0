# %% hidden
model = Sequential([Input((8,)), layers.Dense(16, activation="exponential"), layers.Dense(1)])  # ← activation/exponential-hidden

# %% as a layer
model = Sequential([Input((8,)), layers.Dense(16)])
model.add(layers.Activation("exponential"))  # ← activation/exponential-hidden
model.add(layers.Dense(1))

# %% the rate of a Poisson distribution
model = Sequential([Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="exponential")])

# %% elu
model = Sequential([Input((8,)), layers.Dense(16, activation="elu"), layers.Dense(1)])

# %% one layer
model = Sequential([Input((8,)), layers.Dense(1, activation="exponential")])
