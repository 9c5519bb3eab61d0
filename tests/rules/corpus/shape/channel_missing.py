# %% an image without channels
model = Sequential([layers.Conv2D(8, 3, input_shape=(28, 28)), layers.Flatten()])  # ← shape/channel-missing

# %% after a rescaling
a = Input((28, 28))
b = layers.Rescaling(1 / 255)(a)
c = layers.Conv2D(8, 3)(b)  # ← shape/channel-missing
model = Model(a, c)

# %% a series
model = Sequential()
model.add(Input((100,)))
model.add(layers.Conv1D(8, 3))  # ← shape/channel-missing

# %% many columns
model = Sequential([Input((561,)), layers.SeparableConv1D(8, 3)])  # ← shape/channel-missing

# %% with a channel
model = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 3)])

# %% reshaped
model = Sequential([Input((28, 28)), layers.Reshape((28, 28, 1)), layers.Conv2D(8, 3)])

# %% an embedding brings channels
model = Sequential([Input((100,)), layers.Embedding(50, 8), layers.Conv1D(8, 3)])

# %% channels first
model = Sequential([Input((1, 28, 28)), layers.Conv2D(8, 3, data_format="channels_first")])

# %% a convolution over rows
model = Sequential([Input((28, 28)), layers.Conv1D(8, 3)])

# %% an unknown shape
import sys

model = Sequential([Input(tuple(map(int, sys.argv[5:])) or (8, 8, 1)), layers.Conv2D(8, 3)])

# %% steps
model = Sequential([Input((4, 9, 9, 1)), layers.TimeDistributed(layers.Conv2D(8, 3))])
