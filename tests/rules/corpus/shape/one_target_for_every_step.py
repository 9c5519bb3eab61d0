# %% two layers
x, y = np.zeros((8, 10, 3)), np.zeros(8)
model = Sequential()
model.add(layers.LSTM(8, return_sequences=True, input_shape=(10, 3)))
model.add(layers.LSTM(8, return_sequences=True))  # ← shape/one-target-for-every-step
model.add(layers.Dense(1))
model.compile("sgd", "mae")
model.fit(x, y)

# %% functional
x, y = np.zeros((8, 10, 3)), np.zeros((8, 1))
a = Input((10, 3))
b = layers.GRU(4, return_sequences=True)(a)  # ← shape/one-target-for-every-step
model = Model(a, layers.Dense(1)(b))
model.compile("sgd", losses.Huber())
model.fit(x, y)

# %% the last step
x, y = np.zeros((8, 10, 3)), np.zeros((8, 1))
model = Sequential([Input((10, 3)), layers.LSTM(4, return_sequences=True), layers.LSTM(4), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, y, verbose=0)

# %% a target for each step
x, y = np.zeros((8, 10, 3)), np.zeros((8, 10, 1))
model = Sequential([Input((10, 3)), layers.LSTM(4, return_sequences=True), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, y, verbose=0)

# %% nothing is known
model = Sequential([Input((10, 3)), layers.LSTM(4, return_sequences=True), layers.Dense(1)])
model.compile("sgd", "mse")

# %% an autoencoder
x = np.zeros((8, 10, 1))
model = Sequential([Input((10, 1)), layers.LSTM(4, return_sequences=True), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, x, verbose=0)
