# %% three, and one is left
inputs = Input((8,))
x = layers.Dense(64, activation="relu")(inputs)  # ← activation/layer-overwritten
x = layers.Dense(32, activation="relu")(inputs)  # ← activation/layer-overwritten
x = layers.Dense(16, activation="relu")(inputs)
model = Model(inputs, layers.Dense(1)(x))

# %% in the middle
inputs = Input((28, 28, 1))
x = layers.Conv2D(8, 3)(inputs)
y = layers.Flatten()(x)
h = layers.Dense(8)(y)  # ← activation/layer-overwritten
h = layers.Dense(4)(y)

# %% one after the other
inputs = Input((8,))
x = layers.Dense(64, activation="relu")(inputs)
x = layers.Dense(32, activation="relu")(x)

# %% two branches
inputs = Input((8,))
a = layers.Dense(64, activation="relu")(inputs)
b = layers.Dense(32, activation="relu")(inputs)
x = layers.Concatenate()([a, b])

# %% used before
inputs = Input((8,))
x = layers.Dense(64, activation="relu")(inputs)
first = Model(inputs, x)
x = layers.Dense(32, activation="relu")(inputs)

# %% a name that nothing reads
inputs = Input((8,))
fc1 = layers.Dense(64, activation="relu")(inputs)
fc1_drop = layers.Dropout(0.5)(fc1)  # ← activation/layer-overwritten
model = Model(inputs, layers.Dense(3, activation="softmax")(fc1))

# %% a layer that has a name of its own
inputs = Input((8,))
drop = layers.Dropout(0.5)
h = layers.Dense(64, activation="relu")(inputs)
h_drop = drop(h)  # ← activation/layer-overwritten
out = layers.Dense(1)(h)

# %% thrown away
def build():
    inputs = Input((8,))
    x = layers.Dense(64)(inputs)
    layers.BatchNormalization()(x)  # ← activation/layer-overwritten
    x = layers.Activation("relu")(x)
    return Model(inputs, layers.Dense(1)(x))

# %% in a class
class Net(Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8, activation="relu")
        self.dropout = layers.Dropout(0.5)
        self.norm = layers.BatchNormalization()  # ← activation/layer-overwritten
        self.out = layers.Dense(1)

    def call(self, x):
        x = self.hidden(x)
        dropped = self.dropout(x)  # ← activation/layer-overwritten
        return self.out(x)

# %% in a class, all of them read
class Net(Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8, activation="relu")
        self.dropout = layers.Dropout(0.5)
        self.out = layers.Dense(1)

    def call(self, x, training=None):
        x = self.hidden(x)
        return self.out(self.dropout(x, training=training))

# %% a branch that another model takes
inputs = Input((8,))
code = layers.Dense(4)(inputs)
answer = layers.Dense(8)(code)
noisy = layers.GaussianNoise(0.1)(code)
model, other = Model(inputs, answer), Model(inputs, noisy)

# %% tried on numbers
rows = tf.ones((2, 8))
layer = layers.Dense(3)
first = layer(rows)
second = layers.Dense(4)(rows)
print(second)

# %% a layer that is shared
a, b = Input((8,)), Input((8,))
shared = layers.Dense(4)
left, right = shared(a), shared(b)
h = layers.Dense(4)(a)
model = Model([a, b], layers.concatenate([left, right, h]))

# %% only to build the weights
inputs = Input((8,))
h = layers.Dense(4)(inputs)
_ = layers.Dense(1)(h)
model = Model(inputs, layers.Dense(2)(h))

# %% in a function that builds a block
def block(x, filters):
    y = layers.Conv2D(filters, 3, padding="same")(x)
    z = layers.Dropout(0.2)(y)  # ← activation/layer-overwritten
    return layers.add([x, y])

y = np.random.rand(3)

# %% a function that tries a layer
def show(rows):
    hidden = layers.Dense(3)(rows)
    print(rows.shape, hidden.shape)
