# %% a list
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.Dropout(0.25),  # ← order/dropout-before-max-pooling
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(10),
])

# %% add, the activation behind the dropout
model = Sequential()
model.add(layers.Conv2D(32, 3, input_shape=(28, 28, 1)))
model.add(layers.Dropout(0.2))  # ← order/dropout-before-max-pooling
model.add(layers.Activation("relu"))
model.add(layers.MaxPool2D(pool_size=(2, 2)))

# %% over time, functional, rate unknown
inputs = Input((100,))
x = layers.Embedding(1000, 32)(inputs)
x = layers.Conv1D(64, 5, activation="relu")(x)
x = layers.Dropout(rate)(x)  # ← order/dropout-before-max-pooling
x = layers.GlobalMaxPooling1D()(x)
model = Model(inputs, layers.Dense(1)(x))

# %% after it
model = Sequential([Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(), layers.Dropout(0.25), layers.Flatten(), layers.Dense(10)])

# %% whole channels
model = Sequential([Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.SpatialDropout2D(0.25), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(10)])
x = Sequential([Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.Dropout(0.25, noise_shape=(None, 1, 1, 32)), layers.MaxPooling2D()])

# %% an average gets a part of all
model = Sequential([Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.Dropout(0.25), layers.AveragePooling2D(), layers.Flatten(), layers.Dense(10)])

# %% a convolution between
model = Sequential([Input((28, 28, 1)), layers.Dropout(0.25), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(10)])

# %% a skip connection takes it, too
inputs = Input((28, 28, 16))
x = layers.Dropout(0.1)(layers.Conv2D(16, 3, activation="relu")(inputs))
y = layers.Conv2D(16, 3)(layers.MaxPooling2D()(x))
model = Model(inputs, [x, y])

# %% on both sides: that is another rule's
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.Dropout(0.5),
    layers.MaxPooling2D(),
    layers.Dropout(0.5),
    layers.Flatten(),
    layers.Dense(10),
])
