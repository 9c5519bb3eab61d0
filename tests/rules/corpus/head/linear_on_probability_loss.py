# %% a list
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(3)])  # ← head/linear-on-probability-loss
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% an object that was told nothing
model = Sequential()
model.add(layers.Dense(8, input_dim=4, activation="relu"))
model.add(layers.Dense(3))  # ← head/linear-on-probability-loss
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(), optimizer="adam")

# %% functional, linear in words
inputs = Input((4,))
outputs = layers.Dense(3, activation="linear")(inputs)  # ← head/linear-on-probability-loss
model = Model(inputs, outputs)
model.compile(loss=losses.categorical_crossentropy, optimizer="adam")

# %% a ReLU
model = Sequential([Input((4,)), layers.Dense(3, activation="relu")])  # ← head/linear-on-probability-loss
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% one of two outputs
inputs = Input((4,))
a = layers.Dense(3, name="a")(inputs)  # ← head/linear-on-probability-loss
b = layers.Dense(1, name="b")(inputs)
model = Model(inputs, {"a": a, "b": b})
model.compile(loss={"a": "sparse_categorical_crossentropy", "b": "mse"}, optimizer="adam")

# %% logits
model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")

# %% logits perhaps
model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=args.logits), optimizer="adam")

# %% a loss of one's own
def loss(y_true, y_pred):
    return keras.losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits=True)


model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss=loss, optimizer="adam")

# %% an activation of one's own
model = Sequential([Input((4,)), layers.Dense(3, activation=lambda x: tf.nn.softmax(x / 2))])
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% softmax outside
base = Sequential([Input((4,)), layers.Dense(3)])
model = Sequential([base, layers.Softmax()])
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% softmax over the flattened map
model = Sequential([Input((8, 8, 3)), layers.Conv2D(1, 1), layers.Flatten(), layers.Softmax()])
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% compiled again before it is trained
model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.compile(loss=losses.CategoricalCrossentropy(from_logits=True), optimizer="adam")
model.fit(x, y)

# %% a divergence between distributions, of what is none
model = Sequential([Input((4,)), layers.Dense(3)])  # ← head/linear-on-probability-loss
model.compile("adam", "kl_divergence")

# %% the same of sigmoids
model = Sequential([Input((4,)), layers.Dense(3, activation="sigmoid")])  # ← head/linear-on-probability-loss
model.compile("adam", "kl_divergence")

# %% of a distribution
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", losses.KLDivergence())
