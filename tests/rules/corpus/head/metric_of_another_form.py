# %% one-hot is expected
model = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=[keras.metrics.CategoricalAccuracy()])  # ← head/metric-of-another-form

# %% numbers are expected
model = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["sparse_categorical_accuracy"])  # ← head/metric-of-another-form

# %% each unit by itself
model = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["binary_accuracy"])  # ← head/metric-of-another-form

# %% the one that fits
model = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy", keras.metrics.CategoricalAccuracy()])

# %% yes or no
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])

# %% numbers, and the sparse one
model = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["sparse_top_k_categorical_accuracy"])
