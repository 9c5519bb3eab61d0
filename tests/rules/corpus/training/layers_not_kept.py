# %% not begun
class Net(Model):
    def __init__(self):
        self.first = layers.Dense(8)  # ← training/layers-not-kept

    def call(self, x):
        return self.first(x)

# %% made in each call
class Net(keras.Model):
    def call(self, x):
        x = layers.Conv2D(8, 3)(x)  # ← training/layers-not-kept
        return layers.Flatten()(x)

# %% begun and kept
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Dense(8)

    def call(self, x):
        return self.first(x)

# %% begun by name
class Net(keras.Model):
    def __init__(self):
        keras.Model.__init__(self)
        self.first = layers.Dense(8)

    def call(self, x):
        return self.first(x)

# %% layers without weights
class Net(keras.Model):
    def call(self, x):
        return layers.Flatten()(x)

# %% a function
def call(x):
    return layers.Dense(8)(x)

# %% layers of a name, of a function, of another class
class Named(keras.Model):
    def call(self, x):
        last = layers.Dense(3)  # ← training/layers-not-kept
        return last(x)


def block(x):
    x = layers.Dense(3)(x)  # ← training/layers-not-kept
    return layers.Dropout(0.1)(x)


class Blocks(layers.Layer):
    def call(self, x):
        return block(x)


class Neck(layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(4)

    def call(self, x):
        return self.dense(x)


class Long(layers.Layer):
    def call(self, x):
        for _ in range(3):
            x = Neck()(x)  # ← training/layers-not-kept
        return x

# %% made once, or in build, or for a functional model
def block(x):
    return layers.Dense(3)(x)


class Once(layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = None

    def build(self, shape):
        self.other = layers.Dense(3)

    def call(self, x):
        if self.dense is None:
            self.dense = layers.Dense(4)
        return self.other(self.dense(layers.Activation("relu")(x)))


i = Input((3,))
net = Model(i, block(i))
