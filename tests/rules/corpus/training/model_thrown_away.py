# %% a new model for each block
model = Sequential()
model.add(layers.Conv2D(8, 3, input_shape=(32, 32, 3)))  # ← training/model-thrown-away
model = Sequential()
model.add(layers.Conv2D(8, 3, input_shape=(32, 32, 3)))
model.add(layers.Flatten())

# %% twice
net = Sequential()
net.add(layers.LSTM(8, input_shape=(10, 4)))  # ← training/model-thrown-away
net = Sequential()
net.add(layers.LSTM(8, input_shape=(10, 4)))  # ← training/model-thrown-away
net = Sequential()
net.add(layers.LSTM(8, input_shape=(10, 4)))
net.add(layers.Dense(1))
net.compile("adam", "mse")

# %% trained before
model = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
model = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1)])

# %% two names
first = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1)])
second = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1)])

# %% another design
model = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1)])
model = Sequential([Input((4,)), layers.Dense(64), layers.Dense(1)])

# %% part of another one
model = Sequential([Input((4,)), layers.Dense(8)])
whole = Sequential([model, layers.Dense(1)])
model = Sequential([Input((4,)), layers.Dense(8)])
