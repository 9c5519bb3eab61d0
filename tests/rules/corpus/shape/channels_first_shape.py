# %% a photograph
model = Sequential()
model.add(layers.Conv2D(32, (3, 3), padding="same", input_shape=(3, 32, 32)))  # ← shape/channels-first-shape
model.add(layers.Flatten())
model.add(layers.Dense(10))

# %% functional, after a rescaling
a = Input((1, 64, 64))
b = layers.Rescaling(1 / 255)(a)
c = layers.Conv2D(8, 5, padding="same")(b)  # ← shape/channels-first-shape
model = Model(a, layers.GlobalAveragePooling2D()(c))

# %% an old spelling
model = Sequential([layers.Convolution2D(8, 3, 3, border_mode="same", input_shape=(1, 28, 28))])  # ← shape/channels-first-shape

# %% channels last
model = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 3)])

# %% said so
model = Sequential([Input((3, 32, 32)), layers.Conv2D(8, 3, data_format="channels_first")])

# %% said so for all
from keras import backend as K

K.set_image_data_format("channels_first")
model = Sequential([Input((3, 32, 32)), layers.Conv2D(8, 3, padding="same")])

# %% said so in an old way
from keras import backend as K

K.set_image_dim_ordering("th")
model = Sequential([Input((3, 32, 32)), layers.Conv2D(8, 3, padding="same")])

# %% nobody knows
import sys
from keras import backend as K

if len(sys.argv) > 99:
    K.set_image_data_format("channels_last")
else:
    K.set_image_data_format("channels_first")
model = Sequential([Input((3, 32, 32)), layers.Conv2D(8, 3, padding="same")])

# %% a series in one row
model = Sequential([Input((1, 128, 128)), layers.Conv2D(8, (1, 5), padding="same")])

# %% signals of electrodes
model = Sequential([Input((3, 256, 16)), layers.Conv2D(8, (3, 5), padding="same")])

# %% moved to the end
model = Sequential([Input((3, 32, 32)), layers.Permute((2, 3, 1)), layers.Conv2D(8, 3)])
