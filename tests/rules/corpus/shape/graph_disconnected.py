# %% inputs of their own
def branch():
    own = Input((8,))
    return layers.Dense(4)(own)

a, b = Input((8,)), Input((8,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([branch(), branch()])))  # ← shape/graph-disconnected

# %% one was forgotten
a, b = Input((8,)), Input((8,))
answer = layers.Dense(1)(layers.Concatenate()([a, b]))
model = Model(inputs=a, outputs=answer)  # ← shape/graph-disconnected

# %% made again
inputs = Input((8,))
hidden = layers.Dense(4)(inputs)
inputs = Input((8,))
model = keras.models.Model(inputs, hidden)  # ← shape/graph-disconnected

# %% the input of another model
base = Input((8,))
encoder = Model(base, layers.Dense(3)(base))
code = Input((3,))
decoder_input = Input((3,))
model = Model(code, layers.Dense(8)(decoder_input))  # ← shape/graph-disconnected

# %% one of the inputs is not known
a = Input((8,))
b = keras.Input((8,)) if np.random.rand() < 2 else None
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))

# %% as a test would have it
import pytest
a, b = Input((8,)), Input((8,))
with pytest.raises(ValueError):
    Model(a, layers.Dense(1)(b))

# %% connected
def branch(tensor):
    return layers.Dense(4)(tensor)

a, b = Input((8,)), Input((8,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([branch(a), branch(b)])))

# %% an input that is not needed
a, b = Input((8,)), Input((8,))
model = Model([a, b], layers.Dense(1)(a))

# %% models as parts
def branch():
    own = Input((8,))
    return Model(own, layers.Dense(4)(own))

a, b = Input((8,)), Input((8,))
model = Model({"a": a, "b": b}, layers.Dense(1)(layers.concatenate([branch()(a), branch()(b)])))

# %% the middle of a model, cut out
a = Input((8,))
h = layers.Dense(4, activation="relu")(a)
o = layers.Dense(1)(h)
model = Model(a, o)
head = Model(h, o)
longer = Model(model.inputs, layers.Dense(1)(model.output))
