# %% a list
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
    layers.Dropout(0.2),  # ← order/dropout-after-output
])
model.compile(loss="mse", optimizer="adam")

# %% between the layer and its softmax
model = Sequential()
model.add(layers.Dense(10, input_dim=8))
model.add(layers.Dropout(0.5))  # ← order/dropout-after-output
model.add(layers.Activation("softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% after the softmax, functional
inputs = Input((8,))
x = layers.Dense(10, activation="softmax")(inputs)
x = layers.Dropout(rate)(x)  # ← order/dropout-after-output
model = Model(inputs, x)
model.compile(loss=losses.SparseCategoricalCrossentropy(), optimizer="adam")

# %% before the output
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0.5), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")

# %% two views of a sentence differ by dropout alone
encoder = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dense(32), layers.Dropout(0.1)])
encoder.compile(loss=contrastive_loss, optimizer="adam")

# %% a part of another model
features = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0.5)])
model = Sequential([features, layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")

# %% a block of a transformer that was compiled
inputs = Input((10, 16))
x = layers.Dropout(0.1)(layers.Dense(16)(layers.Dense(32, activation="relu")(inputs)))
model = Model(inputs, layers.add([x, inputs]))
model.compile(loss="mse", optimizer="adam")

# %% an encoder that was compiled needlessly
encoder = Sequential([Input((784,)), layers.Dense(32, activation="relu"), layers.Dropout(0.1)])
encoder.compile(loss="mse", optimizer="adam")
model = Sequential([encoder, layers.Dense(784, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam")
