# %% sparse
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])  # ← head/units-against-loss
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")

# %% one-hot, a layer of its own
model = Sequential()
model.add(layers.Dense(8, input_dim=4, activation="relu"))
model.add(layers.Dense(1))  # ← head/units-against-loss
model.add(layers.Activation("sigmoid"))
model.compile(loss=losses.CategoricalCrossentropy(), optimizer="adam")

# %% linear, functional
inputs = Input((4,))
outputs = layers.Dense(1)(inputs)  # ← head/units-against-loss
model = Model(inputs, outputs)
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% logits
model = Sequential([Input((4,)), layers.Dense(1)])  # ← head/units-against-loss
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")

# %% binary
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% several
model = Sequential([Input((4,)), layers.Dense(2, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")

# %% one number for each of several places
model = Sequential([Input((10, 4)), layers.Dense(1), layers.Flatten(), layers.Softmax()])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")

# %% the same with logits
model = Sequential([Input((10, 4)), layers.Conv1D(1, 3, padding="same"), layers.Reshape((10,))])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")

# %% one of two outputs has one unit
inputs = Input((4,))
kind = layers.Dense(3, activation="softmax", name="kind")(inputs)
price = layers.Dense(1, name="price")(inputs)
model = Model(inputs, [kind, price])
model.compile(loss=["categorical_crossentropy", "mse"], optimizer="adam")

# %% softmax: another rule's
model = Sequential([Input((4,)), layers.Dense(1, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
