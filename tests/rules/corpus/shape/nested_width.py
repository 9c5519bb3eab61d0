# %% an encoder and a decoder
a = Input((16,))
encoder = Model(a, layers.Dense(4)(a))
b = Input((8,))
decoder = Model(b, layers.Dense(16)(b))  # ← shape/nested-width
c = Input((16,))
both = Model(c, decoder(encoder(c)))

# %% in a row
inner = Sequential([Input((8,)), layers.Dense(3)])  # ← shape/nested-width
outer = Sequential([Input((16,)), layers.Dense(4), inner])

# %% as wide as it is made for
a = Input((16,))
encoder = Model(a, layers.Dense(4)(a))
b = Input((4,))
decoder = Model(b, layers.Dense(16)(b))
c = Input((16,))
both = Model(c, decoder(encoder(c)))

# %% a model of no width
inner = Sequential([layers.Dense(3)])
outer = Sequential([Input((16,)), layers.Dense(4), inner])

# %% made twice by a function
def head(width):
    i = Input((width,))
    return Model(i, layers.Dense(2)(i))


a, b = Input((3,)), Input((5,))
both = Model([a, b], layers.concatenate([head(3)(a), head(5)(b)]))

# %% made of two that a function makes
def block(width):
    return Sequential([Input((width,)), layers.Dense(4)])


body = Sequential([Input((3,)), block(3), block(4)])
inputs = Input((3,))
both = Model(inputs, body(inputs))

# %% the last layer of three, called on the code
image = Input((784,))
code = layers.Dense(32, activation="relu")(layers.Dense(128, activation="relu")(image))
back = layers.Dense(784, activation="sigmoid")(layers.Dense(128, activation="relu")(code))
whole = Model(image, back)
given = Input((32,))
decoder = Model(given, whole.layers[-1](given))  # ← shape/nested-width

# %% the last layer of two, called on what it was made for
image = Input((784,))
code = layers.Dense(32, activation="relu")(image)
whole = Model(image, layers.Dense(784, activation="sigmoid")(code))
given = Input((32,))
decoder = Model(given, whole.layers[-1](given))

# %% a function makes the layers of two models
def build(width):
    return Sequential([Input((width,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
small, large = build(4), build(9)
