# %% three, and one is left
inputs = Input((8,))
x = layers.Dense(64, activation="relu")(inputs)  # ← activation/layer-overwritten
x = layers.Dense(32, activation="relu")(inputs)  # ← activation/layer-overwritten
x = layers.Dense(16, activation="relu")(inputs)
model = Model(inputs, layers.Dense(1)(x))

# %% in the middle
inputs = Input((28, 28, 1))
x = layers.Conv2D(8, 3)(inputs)
y = layers.Flatten()(x)
h = layers.Dense(8)(y)  # ← activation/layer-overwritten
h = layers.Dense(4)(y)

# %% one after the other
inputs = Input((8,))
x = layers.Dense(64, activation="relu")(inputs)
x = layers.Dense(32, activation="relu")(x)

# %% two branches
inputs = Input((8,))
a = layers.Dense(64, activation="relu")(inputs)
b = layers.Dense(32, activation="relu")(inputs)
x = layers.Concatenate()([a, b])

# %% used before
inputs = Input((8,))
x = layers.Dense(64, activation="relu")(inputs)
first = Model(inputs, x)
x = layers.Dense(32, activation="relu")(inputs)
