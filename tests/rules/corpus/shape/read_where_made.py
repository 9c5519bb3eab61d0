# %% two branches
a, b = Input((4,)), Input((3,))
both = layers.Concatenate([a, b])  # ← shape/read-where-made
model = Model([a, b], layers.Dense(1)(both))

# %% in a row
x = Input((4, 3))
flat = layers.Flatten(x)  # ← shape/read-where-made
model = Model(x, layers.Dense(1)(flat))

# %% two calls
a, b = Input((4,)), Input((4,))
both = layers.Add()([a, b])
model = Model([a, b], layers.Dense(1)(layers.Flatten()(both)))

# %% the function
a, b = Input((4,)), Input((3,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))

# %% a layer in a layer
x = Input((4, 3))
model = Model(x, layers.TimeDistributed(layers.Dense(2))(x))
