# %% an image of three pixels
model = Sequential([Input((3, 3, 1)), layers.Conv2D(4, 5)])  # ← shape/kernel-larger-than-map

# %% with add
model = Sequential()
model.add(layers.Conv2D(8, (5, 5), input_shape=(12, 12, 3)))
model.add(layers.MaxPooling2D((4, 4)))
model.add(layers.Conv2D(8, (3, 3)))  # ← shape/kernel-larger-than-map

# %% functional, a sequence
a = Input((4, 2))
b = layers.Conv1D(8, 7)(a)  # ← shape/kernel-larger-than-map
model = Model(a, b)

# %% a stretched kernel
model = Sequential([Input((6, 6, 1)), layers.Conv2D(4, 3, dilation_rate=3)])  # ← shape/kernel-larger-than-map

# %% one side only
model = Sequential([Input((2, 9, 1)), layers.SeparableConv2D(4, (3, 3))])  # ← shape/kernel-larger-than-map

# %% channels first, written down
model = Sequential([Input((3, 4, 4)), layers.Conv2D(4, 5, data_format="channels_first")])  # ← shape/kernel-larger-than-map

# %% in a loop
model = Sequential([Input((28, 28, 1))])
for filters in (8, 16, 32):
    model.add(layers.Conv2D(filters, 3, activation="relu"))
    model.add(layers.MaxPooling2D())
model.add(layers.Conv2D(64, 3))  # ← shape/kernel-larger-than-map

# %% padding
model = Sequential([Input((3, 3, 1)), layers.Conv2D(4, 5, padding="same")])

# %% it just fits
model = Sequential([Input((5, 5, 1)), layers.Conv2D(4, 5)])

# %% sizes that vary
model = Sequential([Input((None, None, 3)), layers.Conv2D(4, 5), layers.GlobalAveragePooling2D()])

# %% channels first, so that the sides are large
model = Sequential([Input((3, 32, 32)), layers.Conv2D(4, 5, data_format="channels_first")])

# %% channels first, for all
keras.config.set_image_data_format("channels_first")
model = Sequential([Input((1, 28, 28)), layers.Conv2D(4, 5)])

# %% channels first, nobody knows
import sys

keras.config.set_image_data_format(sys.argv[-1] if len(sys.argv) > 5 else "channels_first")
model = Sequential([Input((1, 28, 28)), layers.Conv2D(4, 5)])

# %% back up
model = Sequential([Input((1, 1, 8)), layers.Conv2DTranspose(4, 4), layers.Conv2D(1, 3)])

# %% every image of a film
model = Sequential([Input((2, 9, 9, 1)), layers.TimeDistributed(layers.Conv2D(4, 3))])

# %% causal
model = Sequential([Input((3, 1)), layers.Conv1D(4, 5, padding="causal")])
