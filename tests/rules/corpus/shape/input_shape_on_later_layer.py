# %% the second layer
model = Sequential()
model.add(layers.Dense(8, input_dim=4))
model.add(layers.Dense(8, input_dim=8))  # ← shape/input-shape-on-later-layer
model.add(layers.Dense(1))

# %% functional
a = Input((4,))
b = layers.Dense(8, input_shape=(4,))(layers.Dense(4)(a))  # ← shape/input-shape-on-later-layer
model = Model(a, b)

# %% convolutions
model = Sequential([
    layers.Conv2D(8, 3, input_shape=(28, 28, 1)),
    layers.Conv2D(8, 3, activation="relu", input_shape=(28, 28, 1)),  # ← shape/input-shape-on-later-layer
])

# %% the first layer
model = Sequential([layers.Dense(8, input_shape=(4,), activation="relu"), layers.Dense(1)])

# %% the size of a vocabulary
model = Sequential([Input((20,)), layers.Embedding(input_dim=50, output_dim=8), layers.LSTM(4)])

# %% the first layer of an inner model
inner = Sequential([layers.Dense(8, input_shape=(4,)), layers.Dense(2)])
model = Sequential([Input((4,)), inner, layers.Dense(1)])

# %% no shape at all
model = Sequential([layers.Dense(8), layers.Dense(1)])

# %% a base
base = keras.applications.MobileNetV2(input_shape=(96, 96, 3), include_top=False, weights=None)
model = Sequential([Input((96, 96, 3)), base, layers.GlobalAveragePooling2D(), layers.Dense(1)])

# %% after a layer that does nothing to shapes, the first
model = Sequential([layers.Flatten(input_shape=(28, 28)), layers.Dense(10)])

# %% a whole model has a shape of its own
base = keras.applications.MobileNetV2(input_shape=(96, 96, 3), include_top=False)
model = Sequential([layers.Rescaling(1 / 127.5, offset=-1), base, layers.GlobalAveragePooling2D(), layers.Dense(3)])

# %% two sizes, as in the first Keras
model = Sequential()
model.add(layers.Dense(784, 128))
model.add(layers.Dense(128, 10))
