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

# %% overlap of maps of probabilities
model = Sequential([Input((8, 8, 3)), layers.Conv2D(8, 3, padding="same"), layers.Conv2D(1, 1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.MeanIoU(num_classes=2)])  # ← head/exact-accuracy

# %% with a threshold, and of the most likely class
model = Sequential([Input((8, 8, 3)), layers.Conv2D(1, 1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.BinaryIoU(target_class_ids=[1], threshold=0.5)])
maps = Sequential([Input((8, 8, 3)), layers.Conv2D(4, 1, activation="softmax")])
maps.compile("adam", "sparse_categorical_crossentropy", metrics=[keras.metrics.MeanIoU(4, sparse_y_pred=False)])
