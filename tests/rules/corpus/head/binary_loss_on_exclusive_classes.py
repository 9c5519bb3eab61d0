# %% one-hot rows of a file
labels = keras.utils.to_categorical(np.load("labels.npy"))
model = Sequential([Input((30,)), layers.Dense(19, activation="sigmoid")])  # ← head/binary-loss-on-exclusive-classes
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(np.load("rows.npy"), labels)

# %% folders
rows = keras.utils.image_dataset_from_directory("photos", label_mode="categorical")
model = Sequential([layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(4, activation="sigmoid")])  # ← head/binary-loss-on-exclusive-classes
model.compile("adam", "binary_crossentropy")
model.fit(rows, epochs=2)

# %% several labels for a row
labels = np.load("tags.npy")
model = Sequential([Input((30,)), layers.Dense(19, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(np.load("rows.npy"), labels)

# %% two classes
labels = keras.utils.to_categorical(np.load("labels.npy"), 2)
model = Sequential([Input((30,)), layers.Dense(2, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(np.load("rows.npy"), labels)

# %% one class of several
labels = keras.utils.to_categorical(np.load("labels.npy"), 5)
model = Sequential([Input((30,)), layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(np.load("rows.npy"), labels)
