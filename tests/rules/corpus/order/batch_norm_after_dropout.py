# %% a list
model = Sequential([
    Input((11,)),
    layers.Dense(1024, activation="relu"),
    layers.Dropout(0.3),
    layers.BatchNormalization(),  # ← order/batch-norm-after-dropout
    layers.Dense(1),
])

# %% add, the activation between
model = Sequential()
model.add(layers.Dense(64, input_dim=8))
model.add(layers.Dropout(0.5))
model.add(layers.Activation("relu"))
model.add(layers.BatchNormalization())  # ← order/batch-norm-after-dropout
model.add(layers.Dense(1))

# %% convolutions, whole channels dropped, a pooling between
inputs = Input((32, 32, 3))
x = layers.Conv2D(32, 3, activation="relu")(inputs)
x = layers.SpatialDropout2D(0.2)(x)
x = layers.MaxPooling2D()(x)
x = layers.BatchNormalization()(x)  # ← order/batch-norm-after-dropout
model = Model(inputs, layers.Dense(10)(layers.Flatten()(x)))

# %% a rate that nobody knows
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(rate)])
model.add(layers.BatchNormalization())  # ← order/batch-norm-after-dropout
model.add(layers.Dense(1))

# %% a loop
model = Sequential([Input((8,))])
for _ in range(2):
    model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Dropout(0.3))
    model.add(layers.BatchNormalization())  # ← order/batch-norm-after-dropout
model.add(layers.Dense(1))

# %% before dropout
model = Sequential([
    Input((8,)),
    layers.Dense(64),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dropout(0.3),
    layers.Dense(1),
])

# %% a layer with weights between
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.3),
    layers.Dense(64),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dense(1),
])

# %% alpha dropout keeps the spread
model = Sequential([Input((8,)), layers.Dense(64, activation="selu"), layers.AlphaDropout(0.1), layers.BatchNormalization(), layers.Dense(1)])

# %% frozen statistics
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0.3), layers.BatchNormalization(trainable=False), layers.Dense(1)])

# %% layer norm stores nothing
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0.3), layers.LayerNormalization(), layers.Dense(1)])

# %% dropout in a branch that is added
inputs = Input((64,))
x = layers.Dropout(0.1)(layers.Dense(64, activation="relu")(inputs))
x = layers.BatchNormalization()(layers.add([x, inputs]))
model = Model(inputs, layers.Dense(1)(x))

# %% a rate of zero
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0), layers.BatchNormalization(), layers.Dense(1)])
