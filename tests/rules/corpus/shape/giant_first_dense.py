# %% one convolution
model = Sequential([
    Input((128, 128, 3)),
    layers.Conv2D(64, 3, padding="same"),
    layers.Flatten(),
    layers.Dense(64),  # ← shape/giant-first-dense
])

# %% with add and a dropout
model = Sequential()
model.add(layers.Conv2D(64, 3, input_shape=(256, 256, 3)))
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dropout(0.5))
model.add(layers.Dense(512, activation="relu"))  # ← shape/giant-first-dense

# %% pooled
model = Sequential([Input((28, 28, 1)), layers.Conv2D(32, 3), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(128)])

# %% a wide table
model = Sequential([Input((100000,)), layers.Dense(512)])

# %% sizes that vary
model = Sequential([Input((None, None, 3)), layers.Conv2D(64, 3), layers.GlobalAveragePooling2D(), layers.Dense(4096)])

# %% an unknown size
import sys

model = Sequential([Input((224, 224, 3)), layers.Conv2D(64, 3), layers.Flatten(), layers.Dense(len(sys.argv))])
