# %% a list
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="relu")])  # ← head/relu-on-regression
model.compile(loss="mse", optimizer="adam")

# %% a layer of its own
model = Sequential()
model.add(layers.Dense(8, input_shape=(4,)))
model.add(layers.ReLU())
model.add(layers.Dense(1))
model.add(layers.ReLU())  # ← head/relu-on-regression
model.compile(loss="mae", optimizer="adam")

# %% functional, two outputs, one loss
inputs = Input((4,))
x = layers.Dense(8, activation="relu")(inputs)
width = layers.Dense(1, activation="relu", name="width")(x)  # ← head/relu-on-regression
height = layers.Dense(1, name="height")(x)
model = Model(inputs, [width, height])
model.compile(loss=losses.MeanSquaredError(), optimizer="adam")

# %% layers from a loop, columns of one file
dataset = np.loadtxt("housing.csv", delimiter=",")
model = Sequential([Input((8,))])
for units in (32, 16):
    model.add(layers.Dense(units, activation="relu"))
model.add(layers.Dense(1, activation=tf.nn.relu))  # ← head/relu-on-regression
model.compile(loss="mean_squared_error", optimizer="adam")
model.fit(dataset[:, :8], dataset[:, 8])

# %% linear
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")

# %% softplus for positive targets
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="softplus")])
model.compile(loss="mse", optimizer="adam")

# %% leaky
model = Sequential([Input((4,)), layers.Dense(1), layers.LeakyReLU()])
model.compile(loss="mse", optimizer="adam")

# %% a density map
inputs = Input((64, 64, 3))
x = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)
model = Model(inputs, layers.Conv2D(1, 1, activation="relu")(x))
model.compile(loss="mse", optimizer="adam")

# %% an autoencoder of values that are never negative
x = np.load("spectra.npy")
model = Sequential([Input((100,)), layers.Dense(8, activation="relu"), layers.Dense(100, activation="relu")])
model.compile(loss="mse", optimizer="adam")
model.fit(x, x)

# %% counts with a loss for counts
model = Sequential([Input((4,)), layers.Dense(1, activation="relu")])
model.compile(loss="poisson", optimizer="adam")
