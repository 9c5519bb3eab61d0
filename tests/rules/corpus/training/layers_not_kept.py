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
