# %% made within
a = Input((8,))
b = layers.Lambda(lambda t: layers.Dense(4)(t))(a)  # ← training/layer-in-a-lambda

# %% made outside
a = Input((8,))
inner = layers.Dense(4, activation="relu")
b = layers.Lambda(lambda t: inner(t) * 2)(a)  # ← training/layer-in-a-lambda

# %% in a function
def block(t):
    t = layers.Conv1D(4, 3)(t)  # ← training/layer-in-a-lambda
    return keras.ops.max(t, axis=1)

a = Input((8, 2))
b = layers.Lambda(block)(a)

# %% a layer that is called outside as well
a = Input((8,))
inner = layers.Dense(4)
b = layers.Lambda(lambda t: inner(t) * 2)(a)
c = inner(a)

# %% a layer without weights
a = Input((8,))
b = layers.Lambda(lambda t: layers.ReLU()(t))(a)
c = layers.Lambda(lambda t: layers.Flatten()(t))(a)

# %% a layer that is to stay as it is
a = Input((8,))
inner = layers.Dense(4)
inner.trainable = False
b = layers.Lambda(lambda t: inner(t))(a)

# %% no layer
scale = make(4)
a = Input((8,))
b = layers.Lambda(lambda t: scale(t))(a)

# %% the name of an argument
inner = layers.Dense(4)
b = layers.Lambda(lambda t, inner=keras.ops.relu: inner(t))(a)
