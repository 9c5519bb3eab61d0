# %% a list
model = Sequential([
    Input((8,)),
    layers.Dense(4, activation="relu"),
    layers.Dropout(0.5),  # ← order/dropout-on-small-layer
    layers.Dense(1),
])

# %% add
model = Sequential()
model.add(layers.Dense(2, input_dim=8))
model.add(layers.LeakyReLU())
model.add(layers.Dropout(0.2))  # ← order/dropout-on-small-layer
model.add(layers.Dense(1, activation="sigmoid"))

# %% functional, a recurrent layer
inputs = Input((30, 1))
x = layers.LSTM(3)(inputs)
x = layers.Dropout(0.4)(x)  # ← order/dropout-on-small-layer
model = Model(inputs, layers.Dense(1)(x))

# %% few channels, flattened to few values
model = Sequential([Input((8, 8, 1)), layers.Conv2D(4, 3, activation="relu"), layers.GlobalAveragePooling2D()])
model.add(layers.Dropout(0.5))  # ← order/dropout-on-small-layer
model.add(layers.Dense(2))

# %% more units
model = Sequential([Input((8,)), layers.Dense(16, activation="relu"), layers.Dropout(0.5), layers.Dense(1)])

# %% a low rate
model = Sequential([Input((8,)), layers.Dense(4, activation="relu"), layers.Dropout(0.1), layers.Dense(1)])

# %% few channels, many values
model = Sequential([Input((28, 28, 1)), layers.Conv2D(4, 3, activation="relu"), layers.Dropout(0.5), layers.Flatten(), layers.Dense(10)])

# %% at every step of a series
model = Sequential([Input((30, 8)), layers.Dense(4, activation="relu"), layers.Dropout(0.5), layers.LSTM(8), layers.Dense(1)])

# %% in a branch that is added
inputs = Input((4,))
x = layers.Dropout(0.5)(layers.Dense(4, activation="relu")(inputs))
model = Model(inputs, layers.Dense(1)(layers.add([x, inputs])))

# %% unknown
model = Sequential([Input((8,)), layers.Dense(units, activation="relu"), layers.Dropout(0.5), layers.Dense(1)])

# %% at every step of a short series
model = Sequential([Input((5, 8)), layers.Dense(4, activation="relu"), layers.Dropout(0.5), layers.LSTM(8), layers.Dense(1)])
