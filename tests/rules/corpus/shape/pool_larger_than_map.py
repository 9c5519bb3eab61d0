# %% too small an image
model = Sequential([Input((3, 3, 1)), layers.MaxPooling2D(4)])  # ← shape/pool-larger-than-map

# %% one side only
model = Sequential([Input((1, 6, 2)), layers.AveragePooling2D(2)])  # ← shape/pool-larger-than-map

# %% a sequence
model = Sequential()
model.add(layers.Conv1D(4, 3, input_shape=(5, 1)))
model.add(layers.MaxPooling1D(4))  # ← shape/pool-larger-than-map

# %% functional
a = Input((9, 9, 3))
b = layers.MaxPooling2D(5)(layers.Conv2D(8, 3)(a))
c = layers.MaxPooling2D((2, 2))(b)  # ← shape/pool-larger-than-map
model = Model(a, c)

# %% three dimensions
model = Sequential([Input((2, 2, 2, 1)), layers.MaxPooling3D(3)])  # ← shape/pool-larger-than-map

# %% padding
model = Sequential([Input((3, 3, 1)), layers.MaxPooling2D(4, padding="same")])

# %% it just fits
model = Sequential([Input((4, 4, 1)), layers.MaxPooling2D(4)])

# %% sizes that vary
model = Sequential([Input((None, None, 1)), layers.MaxPooling2D(4)])

# %% channels first
model = Sequential([Input((1, 8, 8)), layers.MaxPooling2D(2, data_format="channels_first")])

# %% an unknown shape
import sys

model = Sequential([Input((len(sys.argv), 3, 1)), layers.ZeroPadding2D(2), layers.MaxPooling2D((4, 2))])

# %% over all
model = Sequential([Input((1, 1, 8)), layers.GlobalMaxPooling2D()])
