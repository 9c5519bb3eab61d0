# %% zeros
model = Sequential([Input((8,)), layers.Dense(16, activation="relu", kernel_initializer="zeros"), layers.Dense(1)])  # ← training/units-alike
model.compile("adam", "mse")
model.fit(x, y)

# %% a constant
model = Sequential([Input((8,))])
model.add(layers.Dense(16, "tanh", kernel_initializer=keras.initializers.Constant(0.5)))  # ← training/units-alike
model.add(layers.Dense(2))
model.compile("adam", "mse")
model.fit(x, y)

# %% the last layer: its gradients differ
model = Sequential([Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(2, kernel_initializer="zeros")])
model.compile("adam", "mse")
model.fit(x, y)

# %% one unit
model = Sequential([Input((8,)), layers.Dense(1, kernel_initializer="ones"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% the bias
model = Sequential([Input((8,)), layers.Dense(16, activation="relu", bias_initializer="zeros"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% weights come from a file
model = Sequential([Input((8,)), layers.Dense(16, activation="relu", kernel_initializer="zeros"), layers.Dense(1)])
model.compile("adam", "mse")
model.load_weights("a.weights.h5")
model.fit(x, y)

# %% never trained
model = Sequential([Input((8,)), layers.Dense(16, activation="relu", kernel_initializer="ones"), layers.Dense(1)])
model.predict(x)
