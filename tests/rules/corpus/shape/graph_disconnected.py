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

# %% models that have inputs of their own
def branch(shape):
    return Sequential([layers.Conv2D(4, 3, input_shape=shape), layers.Flatten(), layers.Dense(8)])

left, right = branch((27, 180, 3)), branch((48, 64, 3))
both = layers.average([left.output, right.output])
a, b = Input((27, 180, 3)), Input((48, 64, 3))
model = Model(inputs=[a, b], outputs=layers.Dense(1)(both))  # ← shape/graph-disconnected

# %% the input of a trained network
base = keras.applications.VGG16(include_top=False, input_shape=(64, 64, 3))
inputs = Input((64, 64, 3))
x = layers.Flatten()(base.output)
model = Model(inputs, layers.Dense(3)(x))  # ← shape/graph-disconnected

# %% the input was given to it
inputs = Input((64, 64, 3))
base = keras.applications.VGG16(weights=None, include_top=False, input_tensor=inputs)
model = Model(inputs, layers.Dense(3)(layers.Flatten()(base.output)))

# %% begun with the very input
inputs = Input((8,))
part = Sequential([inputs, layers.Dense(4)])
model = Model(inputs, layers.Dense(1)(part.outputs[0]))

# %% the inputs of both
a = Sequential([layers.Dense(4, input_shape=(8,))])
b = Sequential([layers.Dense(4, input_dim=8)])
model = Model(a.inputs + b.inputs, layers.Dense(1)(layers.add(a.outputs + b.outputs)))

# %% one of them called on an input
part = Sequential([layers.Dense(4, input_shape=(8,))])
inputs = Input((8,))
model = Model(inputs, layers.Dense(1)(part(inputs)))
