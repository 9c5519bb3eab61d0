# %% after a convolution
model = Sequential([Input((6, 6, 4)), layers.Conv2D(2, 1), layers.Activation("softmax"), layers.Flatten()])  # ← head/softmax-of-maps
model.compile("adam", "categorical_crossentropy")

# %% a dense layer at each step
model = Sequential([Input((10, 4)), layers.Dense(3, activation="softmax"), layers.Flatten()])  # ← head/softmax-of-maps
model.compile("adam", "sparse_categorical_crossentropy")

# %% flattened first
model = Sequential([Input((6, 6, 4)), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile("adam", "categorical_crossentropy")

# %% one place
model = Sequential([Input((6, 6, 4)), layers.Conv2D(2, 6), layers.Activation("softmax"), layers.Flatten()])
model.compile("adam", "categorical_crossentropy")

# %% a class for each pixel
model = Sequential([Input((6, 6, 4)), layers.Conv2D(2, 1, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
