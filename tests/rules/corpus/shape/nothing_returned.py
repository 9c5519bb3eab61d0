# %% a function of a Lambda layer, inside another
def build():
    def center(rgb):
        rgb -= keras.ops.mean(rgb, axis=1, keepdims=True)
    return layers.Lambda(center)  # ← shape/nothing-returned
rows = layers.Flatten()(build()(Input((8, 8, 3))))

# %% the call of a layer, and a loss
class Scale(layers.Layer):
    def call(self, x):
        y = x * 2  # ← shape/nothing-returned
rows = layers.Dense(1)(Scale()(Input((4,))))

def loss(wanted, given):
    error = keras.ops.mean(keras.ops.square(wanted - given))
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", loss)  # ← shape/nothing-returned

# %% a function that returns
def center(rgb):
    return rgb - keras.ops.mean(rgb, axis=1, keepdims=True)
layer = layers.Lambda(center)

# %% a lambda
layer = layers.Lambda(lambda x: x * 2)

# %% a draft
class Base(layers.Layer):
    def call(self, x):
        raise NotImplementedError

class Later(layers.Layer):
    def call(self, x):
        pass
