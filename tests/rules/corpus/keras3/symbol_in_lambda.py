# %% in arguments
def gated(value, gate):
    return value * gate

def tower(x, units):
    x = layers.Dense(units, activation="relu")(x)
    return layers.Dense(units)(x)

def build():
    inputs = Input((8,))
    value = tower(layers.Dense(8)(inputs), 4)
    gate = tower(inputs, 4)
    merged = layers.Lambda(gated, arguments={"gate": gate})(value)  # ← keras3/symbol-in-lambda
    return Model(inputs, layers.Dense(1)(merged))

build().predict(np.ones((2, 8)), verbose=0)

# %% in arguments, by a call
a, b = Input((4,)), Input((4,))
far = layers.Lambda(lambda x, y: x - y, arguments=dict(y=b))(a)  # ← keras3/symbol-in-lambda
Model([a, b], far).predict([np.ones((2, 4)), np.ones((2, 4))], verbose=0)

# %% from the program around it
a = Input((4,))
gate = layers.Dense(4, activation="sigmoid")(a)
x = layers.Lambda(lambda t: keras.ops.concatenate([t, gate]))(layers.Dense(4)(a))  # ← keras3/symbol-in-lambda
Model(a, x).predict(np.ones((2, 4)), verbose=0)

# %% as a default
a = Input((4,))
gate = layers.Dense(4)(a) + 1
x = layers.Lambda(lambda t, g=gate: t * g)(layers.Dense(4)(a))  # ← keras3/symbol-in-lambda
Model(a, x).predict(np.ones((2, 4)), verbose=0)

# %% a function of its own, in a function
def build():
    a = Input((4,))
    mean = layers.Dense(2)(a)
    spread = layers.Dense(2)(a)

    def drawn(m):
        return m + keras.ops.exp(spread)  # ← keras3/symbol-in-lambda

    return Model(a, layers.Lambda(drawn)(mean))

build().predict(np.ones((2, 4)), verbose=0)

# %% all of them are inputs
def drawn(both):
    mean, spread = both
    return mean + keras.ops.exp(spread)

a = Input((4,))
mean, spread = layers.Dense(2)(a), layers.Dense(2)(a)
model = Model(a, layers.Lambda(drawn)([mean, spread]))
model.predict(np.ones((2, 4)), verbose=0)

# %% the shape of another tensor
a = Input((4, 3))
b = layers.Flatten()(a)
x = layers.Lambda(lambda t: keras.ops.reshape(t, (-1, a.shape[1], a.shape[2])))(b)
Model(a, x).predict(np.ones((2, 4, 3)), verbose=0)

# %% numbers and arrays from outside
scale = np.float32(3)
weights = np.ones((4,), "float32")
a = Input((4,))
x = layers.Lambda(lambda t, s: t * s * weights, arguments={"s": scale})(a)
Model(a, x).predict(np.ones((2, 4)), verbose=0)

# %% the name of an argument, and of the variable of a loop
x = Input((4,))
parts = [layers.Dense(2)(x), layers.Dense(2)(x)]
for part in (x, layers.Dense(4)(x)):
    y = layers.Lambda(lambda x: x * 2)(part)
z = layers.Lambda(lambda both: sum([x for x in both]))(parts)

# %% a tensor that Keras itself multiplies
a = Input((4,))
gate = layers.Dense(4)(a)
model = Model(a, layers.Dense(4)(a) * gate)
model.predict(np.ones((2, 4)), verbose=0)
