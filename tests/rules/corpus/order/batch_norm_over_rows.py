# %% after a convolution
model = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 3), layers.BatchNormalization(axis=1), layers.Flatten()])  # ← order/batch-norm-over-rows

# %% after its activation
model = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 3, activation="relu")])
model.add(layers.BatchNormalization(axis=1))  # ← order/batch-norm-over-rows

# %% the last axis
model = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 3), layers.BatchNormalization(axis=-1), layers.Flatten()])

# %% channels first
model = Sequential([Input((1, 28, 28)), layers.Conv2D(8, 3, data_format="channels_first"), layers.BatchNormalization(axis=1)])

# %% axis 1 is the last one
model = Sequential([Input((28,)), layers.Dense(8), layers.BatchNormalization(axis=1), layers.Dense(1)])

# %% nobody knows which format
keras.backend.set_image_data_format(wanted())
model = Sequential([Input((28, 28, 3)), layers.Conv2D(8, 3), layers.BatchNormalization(axis=1)])
