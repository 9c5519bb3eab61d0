# %% a list
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(3, activation="sigmoid")])  # ← head/sigmoid-on-exclusive-classes
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])

# %% one by one, numbers of classes
model = Sequential()
model.add(layers.Dense(8, input_dim=4, activation="relu"))
model.add(layers.Dense(10))
model.add(layers.Activation("sigmoid"))  # ← head/sigmoid-on-exclusive-classes
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(), optimizer="adam")

# %% two classes as two units
inputs = Input((4,))
x = layers.Dense(8, activation="relu")(inputs)
outputs = layers.Dense(2, activation="sigmoid")(x)  # ← head/sigmoid-on-exclusive-classes
model = Model(inputs=inputs, outputs=outputs)
model.compile("adam", "sparse_categorical_crossentropy")

# %% as many as there are
model = Sequential([Input((4,)), layers.Dense(len(names), activation="sigmoid")])  # ← head/sigmoid-on-exclusive-classes
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% several labels at once
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(3, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])

# %% softmax
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% logits: another rule's
model = Sequential([Input((4,)), layers.Dense(3, activation="sigmoid")])
model.compile(loss=losses.CategoricalCrossentropy(from_logits=True), optimizer="adam")

# %% sigmoid inside
model = Sequential([Input((4,)), layers.Dense(8, activation="sigmoid"), layers.Dense(3, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% one head of each kind
inputs = Input((4,))
tags = layers.Dense(5, activation="sigmoid", name="tags")(inputs)
kind = layers.Dense(3, activation="softmax", name="kind")(inputs)
model = Model(inputs, [tags, kind])
model.compile(loss={"tags": "binary_crossentropy", "kind": "categorical_crossentropy"}, optimizer="adam")

# %% one unit: another rule's
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
