# %% the argument, and a layer
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.ReLU(),  # ← activation/repeated
    layers.Dense(1),
])

# %% add
model = Sequential()
model.add(layers.Conv2D(32, 3, activation="relu", input_shape=(28, 28, 1)))
model.add(layers.LeakyReLU(alpha=0.1))  # ← activation/repeated
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(10, activation="softmax"))

# %% functional, pooling and dropout between
inputs = Input((28, 28, 1))
x = layers.Conv2D(32, 3)(inputs)
x = layers.Activation("relu")(x)
x = layers.MaxPooling2D()(x)
x = layers.Dropout(0.2)(x)
x = layers.Activation("relu")(x)  # ← activation/repeated
model = Model(inputs, layers.Dense(10)(layers.Flatten()(x)))

# %% a learned slope that never acts
inputs = Input((8,))
x = layers.Dense(16, activation=tf.nn.relu)(inputs)
x = layers.PReLU()(x)  # ← activation/repeated
model = Model(inputs, layers.Dense(1)(x))

# %% batch norm moves the values below zero again
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dense(1),
])

# %% a cap is something new
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.ReLU(max_value=1.0), layers.Dense(1)])

# %% other functions change relu's values
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Activation("tanh"), layers.Dense(1)])

# %% alpha dropout puts values below zero
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.AlphaDropout(0.2), layers.ReLU(), layers.Dense(1)])

# %% leaky first
model = Sequential([Input((8,)), layers.Dense(64), layers.LeakyReLU(), layers.ReLU(), layers.Dense(1)])

# %% after an addition
inputs = Input((8,))
x = layers.Dense(8, activation="relu")(inputs)
x = layers.ReLU()(layers.add([x, inputs]))
model = Model(inputs, layers.Dense(1)(x))

# %% a loop needs it from its second round on
inputs = Input((8,))
x = layers.ReLU()(layers.Dense(16)(inputs))
for _ in range(3):
    x = layers.ReLU()(x)
    x = layers.Dense(16)(x)
model = Model(inputs, x)
