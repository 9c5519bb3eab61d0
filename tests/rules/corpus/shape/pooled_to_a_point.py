# %% one pooling too many
model = Sequential([
    Input((4, 4, 3)),
    layers.MaxPooling2D(4),
    layers.Conv2D(8, 3, padding="same"),  # ← shape/pooled-to-a-point
])

# %% functional, with strides
a = Input((4, 4, 1))
b = layers.Conv2D(8, 3, strides=4, padding="same")(a)
c = layers.Conv2D(8, 3, padding="same", activation="relu")(b)  # ← shape/pooled-to-a-point
model = Model(a, c)

# %% a kernel of one
model = Sequential([Input((4, 4, 3)), layers.MaxPooling2D(4), layers.Conv2D(8, 1, padding="same")])

# %% from a point to an image
model = Sequential([Input((1, 1, 64)), layers.Conv2DTranspose(8, 4, padding="same", strides=4)])

# %% the last pooling
model = Sequential([Input((4, 4, 3)), layers.Conv2D(8, 3, padding="same"), layers.MaxPooling2D(4), layers.Flatten()])

# %% sizes that vary
model = Sequential([Input((None, None, 3)), layers.Conv2D(8, 3, padding="same")])

# %% a gate over channels
a = Input((8, 8, 16))
b = layers.Conv2D(16, 1, activation="sigmoid")(layers.GlobalAveragePooling2D(keepdims=True)(a))
model = Model(a, layers.Multiply()([a, b]))
