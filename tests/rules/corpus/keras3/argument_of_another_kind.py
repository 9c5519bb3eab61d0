# %% an activation for the strides
model = Sequential([Input((28, 28, 1)), layers.Conv2D(32, 3, "relu")])  # ← keras3/argument-of-another-kind

# %% a padding for the strides
model = Sequential([Input((28, 28, 1)), layers.MaxPooling2D(2, "same")])  # ← keras3/argument-of-another-kind

# %% a padding in pixels
model = Sequential([Input((28, 28, 1)), layers.Conv2D(32, 3, 1, 1)])  # ← keras3/argument-of-another-kind

# %% all steps
model = Sequential([Input((28, 28)), layers.LSTM(32, True)])  # ← keras3/argument-of-another-kind

# %% a share that is dropped
share = 0.2
model = Sequential([Input((28, 28)), layers.GRU(32, share)])  # ← keras3/argument-of-another-kind

# %% a shape
model = Sequential([layers.Dense(32, (784,))])  # ← keras3/argument-of-another-kind

# %% the length of the texts
model = Sequential([Input((100,)), layers.Embedding(1000, 16, 100)])  # ← keras3/argument-of-another-kind

# %% the shape of an image
model = Sequential([layers.Flatten((28, 28)), layers.Dense(10)])  # ← keras3/argument-of-another-kind

# %% how to fill in
model = Sequential([Input((8, 8, 3)), layers.UpSampling2D(2, "bilinear")])  # ← keras3/argument-of-another-kind

# %% rows for the size of a batch
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.ones((8, 4)), np.ones(8), (np.ones((8, 4)), np.ones(8)))  # ← keras3/argument-of-another-kind

# %% in their places
model = Sequential([
    Input((28, 28, 1)), layers.Conv2D(32, 3, 1, "same"), layers.MaxPooling2D(2, 2, "same"),
    layers.Conv2D(8, (3, 3), (2, 2), "valid"), layers.UpSampling2D(2, "channels_last", "bilinear"),
    layers.Flatten("channels_last"), layers.Dense(10, "relu"), layers.Dense(1, None, False),
])  # fmt: skip

# %% by name
model = Sequential([Input((28, 28)), layers.LSTM(32, return_sequences=True), layers.GRU(8, "tanh", "sigmoid")])
model.compile("adam", "mse")
model.fit(np.ones((8, 28, 28)), np.ones((8, 8)), 4, validation_data=(np.ones((8, 28, 28)), np.ones((8, 8))))

# %% layers of the author's
class Conv2D:
    def __init__(self, filters, size, activation):
        self.filters, self.size, self.activation = filters, size, activation


one = Conv2D(32, 3, "relu")

# %% functions for an activation
def bend(x):
    return keras.ops.relu(x) * 2


model = Sequential([Input((4,)), layers.Dense(3, bend), layers.Dense(3, keras.ops.tanh), layers.Dense(3, lambda x: x)])
