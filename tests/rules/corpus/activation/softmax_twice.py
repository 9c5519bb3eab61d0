# %% the argument, and a layer
model = Sequential()
model.add(layers.Dense(64, activation="relu", input_dim=8))
model.add(layers.Dense(10, activation="softmax"))
model.add(layers.Activation("softmax"))  # ← activation/softmax-twice

# %% two kinds
inputs = Input((8,))
x = layers.Dense(3, activation="sigmoid")(inputs)
model = Model(inputs, layers.Softmax()(x))  # ← activation/softmax-twice

# %% on top of a model that has one
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
probabilities = Sequential([model, layers.Softmax()])  # ← activation/softmax-twice

# %% a sigmoid twice, a function
inputs = Input((8,))
x = layers.Dense(1, activation=tf.nn.sigmoid)(inputs)
model = Model(inputs, keras.ops.sigmoid(x))  # ← activation/softmax-twice

# %% pixels, reshaped between
inputs = Input((32, 32, 3))
x = layers.Conv2D(5, 1, activation="softmax")(inputs)
x = layers.Reshape((1024, 5))(x)
model = Model(inputs, layers.Activation("softmax")(x))  # ← activation/softmax-twice

# %% once
model = Sequential([Input((8,)), layers.Dense(10), layers.Activation("softmax")])

# %% on top of logits
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10)])
probabilities = Sequential([model, layers.Softmax()])

# %% two axes
inputs = Input((10, 10))
x = layers.Softmax(axis=1)(layers.Dense(10)(inputs))
model = Model(inputs, layers.Softmax(axis=2)(x))

# %% two layers, each with one
model = Sequential([Input((8,)), layers.Dense(8, activation="sigmoid"), layers.Dense(1, activation="sigmoid")])

# %% weights of an attention
inputs = Input((50, 64))
a = layers.Flatten()(layers.Dense(1, activation="sigmoid")(inputs))
a = layers.Softmax()(a)
model = Model(inputs, layers.Dense(1)(layers.Dot(1)([a, inputs])))

# %% who knows which activation
model = Sequential([Input((8,)), layers.Dense(10, activation=last), layers.Softmax()])
