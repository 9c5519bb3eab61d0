# %% yes or no
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="softmax")])  # ← head/softmax-on-one-unit
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% no shape, a layer of its own
model = Sequential()
model.add(layers.Dense(8, activation="relu"))
model.add(layers.Dense(1))
model.add(layers.Activation("softmax"))  # ← head/softmax-on-one-unit
model.compile(loss="mse", optimizer="adam")

# %% attention that attends to everything
inputs = Input((20, 16))
weights = layers.Dense(1, activation="softmax")(inputs)  # ← head/softmax-on-one-unit
x = layers.GlobalAveragePooling1D()(layers.Multiply()([inputs, weights]))
model = Model(inputs, layers.Dense(1)(x))

# %% every step of a sequence
model = Sequential([Input((20, 16)), layers.LSTM(8, return_sequences=True)])
model.add(layers.TimeDistributed(layers.Dense(1, activation="softmax")))  # ← head/softmax-on-one-unit
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% every pixel of a mask
inputs = Input((64, 64, 3))
x = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
outputs = layers.Conv2D(1, 1, activation="softmax")(x)  # ← head/softmax-on-one-unit
model = Model(inputs, outputs)

# %% several classes
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% attention over the steps
inputs = Input((20, 16))
scores = layers.Dense(1, activation="tanh")(inputs)
weights = layers.Softmax(axis=1)(scores)
x = layers.GlobalAveragePooling1D()(layers.Multiply()([inputs, weights]))
model = Model(inputs, layers.Dense(1)(x))

# %% attention over the steps, flattened
inputs = Input((20, 16))
scores = layers.Flatten()(layers.Dense(1)(inputs))
weights = layers.Activation("softmax")(scores)
model = Model(inputs, layers.Dense(1)(weights))

# %% a map flattened to one probability per place
inputs = Input((8, 8, 3))
x = layers.Conv2D(1, 1)(inputs)
outputs = layers.Softmax()(layers.Flatten()(x))
model = Model(inputs, outputs)
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")

# %% channels first
model = Sequential([Input((3, 8, 8)), layers.Conv2D(1, 1, data_format="channels_first", activation="softmax")])

# %% as many as there are
classes = len(names)
model = Sequential([Input((4,)), layers.Dense(classes, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% steps of unknown number
inputs = Input((None, 16))
weights = layers.Softmax(axis=1)(layers.Dense(1)(inputs))
model = Model(inputs, weights)

# %% sigmoid
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
