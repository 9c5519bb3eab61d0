# %% with add
model = Sequential()
model.add(layers.Conv2D(8, 3, input_shape=(28, 28, 1)))
model.add(layers.MaxPooling2D())
model.add(layers.Dense(32, activation="relu"))  # ← shape/dense-before-flatten
model.add(layers.Dropout(0.5))
model.add(layers.Flatten())
model.add(layers.Dense(10))

# %% functional, on the image itself
a = Input((32, 32, 3))
b = layers.Dense(16)(a)  # ← shape/dense-before-flatten
c = layers.Dense(16)(b)  # ← shape/dense-before-flatten
model = Model(a, layers.Dense(1)(layers.Flatten()(c)))

# %% flattened first
model = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(32), layers.Dense(10)])

# %% every step of a sequence
model = Sequential([Input((20, 4)), layers.LSTM(8, return_sequences=True), layers.Dense(3), layers.Flatten(), layers.Dense(1)])

# %% written as one for each
model = Sequential([Input((6, 6, 3)), layers.TimeDistributed(layers.Dense(3)), layers.Flatten(), layers.Dense(1)])

# %% pooled over all
model = Sequential([Input((6, 6, 3)), layers.Dense(16, activation="gelu"), layers.GlobalAveragePooling2D(), layers.Dense(1)])

# %% a mixer
a = Input((8, 8, 16))
b = layers.Add()([a, layers.Dense(16)(layers.Dense(32, activation="gelu")(layers.LayerNormalization()(a)))])
model = Model(a, layers.Dense(10)(layers.Flatten()(b)))
