# %% a list
model = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])  # ← head/softmax-with-binary-loss
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% an object, one by one
model = Sequential()
model.add(layers.Dense(8, input_dim=4, activation="relu"))
model.add(layers.Dense(2))
model.add(layers.Softmax())  # ← head/softmax-with-binary-loss
model.compile(loss=losses.BinaryCrossentropy(), optimizer="adam")

# %% focal, per pixel
inputs = Input((32, 32, 3))
outputs = layers.Conv2D(4, 1, activation="softmax")(inputs)  # ← head/softmax-with-binary-loss
model = Model(inputs, outputs)
model.compile(loss="binary_focal_crossentropy", optimizer="adam")

# %% categorical
model = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% several labels at once
model = Sequential([Input((4,)), layers.Dense(5, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% one unit: another rule's
model = Sequential([Input((4,)), layers.Dense(1, activation="softmax")])
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% softmax as attention inside
inputs = Input((4,))
weights = layers.Dense(4, activation="softmax")(inputs)
outputs = layers.Dense(1, activation="sigmoid")(layers.Multiply()([inputs, weights]))
model = Model(inputs, outputs)
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% never trained
model = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])

# %% as many units as the program counts
kinds = sorted(set(labels))
model = Sequential([Input((4,)), layers.Dense(16, activation="relu"), layers.Dense(len(kinds), activation="softmax")])  # ← head/softmax-with-binary-loss
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
