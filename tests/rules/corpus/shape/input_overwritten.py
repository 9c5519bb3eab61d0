# %% one of two
left, right = Input((10,)), Input((10,))
left = layers.Dense(10)(left)
model = Model([left, right], layers.add([left, right]))  # ← shape/input-overwritten

# %% layer after layer
x = Input((8,))
x = layers.Dense(8, activation="relu")(x)
x = layers.Dropout(0.1)(x)
model = Model(inputs=x, outputs=layers.Dense(1)(x))  # ← shape/input-overwritten

# %% an image
img = Input((28, 28, 1))
img = layers.Rescaling(1 / 255)(img)
y = layers.Flatten()(layers.Conv2D(4, 3)(img))
model = Model(img, layers.Dense(10, activation="softmax")(y))  # ← shape/input-overwritten

# %% kept
x = inputs = Input((8,))
x = layers.Dense(8, activation="relu")(x)
model = Model(inputs, layers.Dense(1)(x))

# %% the decoder of an autoencoder
inputs = Input((8,))
code = layers.Dense(2)(inputs)
decoded = layers.Dense(8)(code)
autoencoder = Model(inputs, decoded)
decoder = Model(code, decoded)

# %% from the middle of a base
base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(32, 32, 3))
model = Model(base.input, layers.Flatten()(base.output))
