# %% a list
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.Dropout(0.5),
    layers.MaxPooling2D(),
    layers.Dropout(0.25),  # ← order/dropouts-around-pool
    layers.Flatten(),
    layers.Dense(10),
])

# %% add, things between
model = Sequential()
model.add(layers.Conv2D(32, 3, input_shape=(28, 28, 1)))
model.add(layers.SpatialDropout2D(0.4))
model.add(layers.Activation("relu"))
model.add(layers.AveragePooling2D())
model.add(layers.Flatten())
model.add(layers.Dropout(0.4))  # ← order/dropouts-around-pool
model.add(layers.Dense(10))

# %% functional, global
inputs = Input((100, 8))
x = layers.Conv1D(64, 5, activation="relu")(inputs)
x = layers.Dropout(0.5)(x)
x = layers.GlobalMaxPooling1D()(x)
x = layers.Dropout(0.5)(x)  # ← order/dropouts-around-pool
model = Model(inputs, layers.Dense(1)(x))

# %% one of them
model = Sequential([Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(), layers.Dropout(0.5), layers.Flatten(), layers.Dense(10)])

# %% low rates
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.SpatialDropout2D(0.1),
    layers.MaxPooling2D(),
    layers.Dropout(0.1),
    layers.Flatten(),
    layers.Dense(10),
])

# %% a layer with weights between
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.SpatialDropout2D(0.5),
    layers.MaxPooling2D(),
    layers.Conv2D(32, 3, activation="relu"),
    layers.Dropout(0.5),
    layers.Flatten(),
    layers.Dense(10),
])

# %% a rate that nobody knows
model = Sequential([Input((28, 28, 1)), layers.Conv2D(32, 3), layers.SpatialDropout2D(rate), layers.MaxPooling2D(), layers.Dropout(0.5), layers.Flatten(), layers.Dense(10)])
