# %% made at the call
def build():
    i = Input((8,))
    return Model(i, layers.Dense(4)(i))


left, right = Input((8,)), Input((8,))
emb_left = build()(left)
emb_right = build()(right)  # ← training/twins-that-share-nothing
far = layers.Lambda(lambda t: keras.ops.abs(t[0] - t[1]))([emb_left, emb_right])
model = Model([left, right], layers.Dense(1, activation="sigmoid")(far))

# %% a function that makes layers
def encode(x):
    x = layers.Conv2D(8, 3)(x)
    return layers.GlobalAveragePooling2D()(x)


def euclidean(pair):
    a, b = pair
    return keras.ops.sqrt(keras.ops.sum(keras.ops.square(a - b), axis=1, keepdims=True))


image_a = Input((28, 28, 1), name="a")
image_b = Input((28, 28, 1), name="b")
code_a = encode(image_a)
code_b = encode(image_b)  # ← training/twins-that-share-nothing
model = Model([image_a, image_b], layers.Lambda(euclidean)([code_a, code_b]))

# %% kept in variables, with names of their own
def build(name):
    return Sequential([Input((8,)), layers.Dense(4)], name=name)


first, second = build("one"), build("two")
x1, x2 = Input((8,)), Input((8,))
a = first(x1)
b = second(x2)  # ← training/twins-that-share-nothing
model = Model([x1, x2], layers.Dot(axes=1, normalize=True)([a, b]))

# %% in a class, with three
class Far(layers.Layer):
    def call(self, a, p, n):
        return keras.ops.sum(keras.ops.square(a - p), -1), keras.ops.sum(keras.ops.square(a - n), -1)


def build():
    return Sequential([layers.Dense(4)])


anchor, positive, negative = Input((8,)), Input((8,)), Input((8,))
ea = build()(anchor)
ep = build()(positive)  # ← training/twins-that-share-nothing
en = build()(negative)  # ← training/twins-that-share-nothing
model = Model([anchor, positive, negative], Far()(ea, ep, en))

# %% one network for both
def build():
    i = Input((8,))
    return Model(i, layers.Dense(4)(i))


left, right = Input((8,)), Input((8,))
encoder = build()
a, b = encoder(left), encoder(right)
model = Model([left, right], keras.ops.abs(a - b))

# %% layers that are made once
dense = layers.Dense(4)


def encode(x):
    return dense(x)


left, right = Input((8,)), Input((8,))
a = encode(left)
b = encode(right)
model = Model([left, right], keras.ops.abs(a - b))

# %% things of different kinds
def tower(size):
    return Sequential([Input((1,)), layers.Embedding(size, 8), layers.Flatten()])


user, item = Input((1,)), Input((1,))
u = tower(1000)(user)
i = tower(500)(item)
model = Model([user, item], layers.Dot(axes=1, normalize=True)([u, i]))
query, document = Input((1,)), Input((1,))
q = tower(1000)(query)
d = tower(1000)(document)
model = Model([query, document], layers.Dot(axes=1, normalize=True)([q, d]))

# %% put together, and not compared
def encode(x):
    return layers.Dense(4)(x)


left, right = Input((8,)), Input((8,))
a = encode(left)
b = encode(right)
model = Model([left, right], layers.Dense(1)(layers.concatenate([a, b])))

# %% inputs of different forms
def encode(x):
    return layers.Dense(4)(x)


left, right = Input((8,)), Input((16,))
a = encode(left)
b = encode(right)
model = Model([left, right], keras.ops.abs(a - b))
