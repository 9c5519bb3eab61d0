# %% two layers
i = keras.Input((4,))
x = layers.Dense(3, activation="relu", name="a")(i)
y = layers.Dense(1, name="a")(x)  # ← shape/name-used-twice
model = keras.Model(i, y)

# %% two layers, one behind the other
model = keras.Sequential()
model.add(keras.Input((4,)))
model.add(layers.Dense(3, activation="relu", name="a"))
model.add(layers.Dense(1, name="a"))  # ← shape/name-used-twice

# %% two networks, joined by their tensors
left = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg", input_shape=(32, 32, 3))
right = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg", input_shape=(32, 32, 3))
both = layers.concatenate([left.get_layer("out_relu").output, right.get_layer("out_relu").output])
x = layers.Dense(1, name="last")(layers.GlobalAveragePooling2D()(both))
model = keras.Model(inputs=[left.input, right.input], outputs=x)  # ← shape/name-used-twice

# %% two networks, called
left = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg", input_shape=(32, 32, 3))
right = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg", input_shape=(32, 32, 3))
i = keras.Input((32, 32, 3))
model = keras.Model(i, layers.Dense(1)(layers.concatenate([left(i), right(i)])))  # ← shape/name-used-twice

# %% two networks with names of their own, and one network twice
left = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg", input_shape=(32, 32, 3), name="left")
right = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg", input_shape=(32, 32, 3), name="right")
i, j = keras.Input((32, 32, 3)), keras.Input((32, 32, 3))
model = keras.Model([i, j], layers.Dense(1)(layers.concatenate([left(i), right(j), left(j)])))

# %% one layer for two inputs
i, j = keras.Input((4,), name="i"), keras.Input((4,), name="j")
shared = layers.Dense(3, activation="relu", name="a")
model = keras.Model([i, j], layers.Dense(1, name="b")(layers.concatenate([shared(i), shared(j)])))

# %% the same name in two models
encoder = keras.Sequential([keras.Input((4,)), layers.Dense(2, activation="relu", name="a")])
decoder = keras.Sequential([keras.Input((2,)), layers.Dense(4, name="a")])
both = keras.Sequential([encoder, decoder])
