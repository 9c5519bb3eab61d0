# %% the first layer
model = Sequential([layers.Dense(3, input_shape=(4)), layers.Dense(1)])  # ← keras3/shape-not-a-tuple

# %% by position
a = Input(4)  # ← keras3/shape-not-a-tuple
model = Model(a, layers.Dense(1)(a))

# %% from data
x = np.zeros((8, 4))
model = Sequential()
model.add(Input(shape=x.shape[1]))  # ← keras3/shape-not-a-tuple
model.add(layers.Dense(1))

# %% a tuple
model = Sequential([Input((4,)), layers.Dense(1)])

# %% a list
model = Sequential([Input([4]), layers.Dense(1)])

# %% part of a shape
x = np.zeros((8, 4))
model = Sequential([Input(x.shape[1:]), layers.Dense(1)])

# %% the size of the input
model = Sequential([layers.Dense(3, input_dim=4), layers.Dense(1)])
