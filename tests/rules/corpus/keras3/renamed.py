# %% a shape in the first layer
model = Sequential()
model.add(layers.Conv2D(8, 3, input_shape=(28, 28, 1)))  # ← keras3/renamed

# %% a long name
layer = layers.Convolution1D(8, 3)  # ← keras3/renamed

# %% a slope
layer = layers.LeakyReLU(alpha=0.1)  # ← keras3/renamed

# %% the length of texts
layer = layers.Embedding(100, 8, input_length=20)  # ← keras3/renamed

# %% private modules
from tensorflow.python.keras import backend  # ← keras3/renamed

# %% an input layer
layer = layers.InputLayer(input_shape=(4,))  # ← keras3/renamed

# %% each name once
one = layers.LeakyReLU(alpha=0.1)  # ← keras3/renamed
two = layers.LeakyReLU(alpha=0.2)

# %% an input
model = Sequential([Input((4,)), layers.Dense(1)])

# %% today's names
one = layers.LeakyReLU(negative_slope=0.1)
two = layers.Conv1D(8, 3)
three = layers.Embedding(100, 8)

# %% the size of a vocabulary
layer = layers.Embedding(input_dim=100, output_dim=8)

# %% the base of a transfer
base = keras.applications.MobileNetV2(input_shape=(96, 96, 3), include_top=False, weights=None)
