# %% a list
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="softmax"),  # ← activation/softmax-hidden
    layers.Dense(32, activation="relu"),
    layers.Dense(3, activation="softmax"),
])

# %% add, a layer of its own, dropout behind it
model = Sequential()
model.add(layers.Dense(64, input_dim=8))
model.add(layers.Activation("softmax"))  # ← activation/softmax-hidden
model.add(layers.Dropout(0.5))
model.add(layers.Dense(1))

# %% functional
inputs = Input((8,))
x = layers.Dense(100)(inputs)
x = layers.Softmax()(x)  # ← activation/softmax-hidden
x = layers.BatchNormalization()(x)
model = Model(inputs, layers.Dense(1)(x))

# %% a convolution
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation=tf.nn.softmax),  # ← activation/softmax-hidden
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])

# %% at the end it belongs
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dense(3, activation="softmax")])

# %% attention over time
inputs = Input((50, 64))
score = layers.Dense(1, activation="tanh")(inputs)
weights = layers.Softmax(axis=1)(score)
x = layers.Lambda(lambda t: tf.reduce_sum(t[0] * t[1], axis=1))([inputs, weights])
model = Model(inputs, layers.Dense(1)(x))

# %% attention with flatten and repeat
inputs = Input((50, 64))
a = layers.Flatten()(layers.Dense(1, activation="tanh")(inputs))
a = layers.Activation("softmax")(a)
a = layers.Permute([2, 1])(layers.RepeatVector(64)(a))
x = layers.multiply([inputs, a])
model = Model(inputs, layers.Dense(1)(layers.Flatten()(x)))

# %% a mixture of experts
inputs = Input((8,))
gate = layers.Dense(4, activation="softmax")(inputs)
experts = layers.Dense(4, activation="relu")(inputs)
model = Model(inputs, layers.Dense(1)(layers.Multiply()([gate, experts])))

# %% a look-up in a table
inputs = Input((8,))
address = layers.Dense(128, activation="softmax")(inputs)
read = layers.Dense(32, use_bias=False)(address)
model = Model(inputs, layers.Dense(1)(layers.ReLU()(read)))

# %% a classifier, and another model on top of it
classifier = Sequential([Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(3, activation="softmax")])
model = Sequential([classifier, layers.Dense(1)])

# %% the softmax is an output, too
inputs = Input((8,))
classes = layers.Dense(3, activation="softmax")(inputs)
model = Model(inputs, [classes, layers.Dense(1)(classes)])

# %% over time, not over units
model = Sequential([Input((50, 8)), layers.Dense(4), layers.Softmax(axis=1), layers.Flatten(), layers.Dense(1)])
