# %% both
net = Sequential([Input((8,)), layers.Dense(2, activation="softmax")])
net.compile("adam", "categorical_crossentropy", metrics=["accuracy", keras.metrics.Precision(), keras.metrics.Recall()])  # ← head/precision-of-both-columns

# %% one, under a name
recall = tf.keras.metrics.Recall(name="recall")
net = Sequential([Input((8,)), layers.Dense(2, activation="softmax")])
net.compile("adam", loss="categorical_crossentropy", metrics=[recall])  # ← head/precision-of-both-columns

# %% of one class
net = Sequential([Input((8,)), layers.Dense(2, activation="softmax")])
net.compile("adam", "categorical_crossentropy", metrics=[keras.metrics.Precision(class_id=1), keras.metrics.Recall(class_id=1)])

# %% one sigmoid
net = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=[keras.metrics.Precision(), keras.metrics.Recall()])

# %% three classes
net = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
net.compile("adam", "categorical_crossentropy", metrics=[keras.metrics.Precision()])
