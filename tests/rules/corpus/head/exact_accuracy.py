# %% an object
model = Sequential([Input((8,)), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=[keras.metrics.Accuracy()])  # ← head/exact-accuracy

# %% beside others
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["mae", tf.keras.metrics.Accuracy(name="right")])  # ← head/exact-accuracy

# %% by name
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])

# %% the one that fits
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.BinaryAccuracy()])

# %% used by hand, on classes
right = keras.metrics.Accuracy()
right.update_state(truth, classes)

# %% a name
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics="acc")
