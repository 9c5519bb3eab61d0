# %% beside each other
model = Sequential(layers.Dense(32, activation="relu"), layers.Dense(1))  # ← keras3/no-list-of-layers

# %% a single layer
model = keras.models.Sequential(layers.Dense(3))  # ← keras3/no-list-of-layers

# %% an input first
model = Sequential(Input((3,)), layers.Dense(1))  # ← keras3/no-list-of-layers

# %% two lists
model = Sequential([layers.Dense(3)], [layers.Dense(1)])  # ← keras3/no-list-of-layers

# %% a list in the list
block = [layers.Dense(3), layers.Dropout(0.1)]
model = Sequential([block, layers.Dense(1)])  # ← keras3/no-list-of-layers

# %% a list that is added
model = Sequential()
model.add([layers.Dense(3), layers.Dropout(0.1)])  # ← keras3/no-list-of-layers

# %% a class that was not called
model = Sequential()
model.add(layers.Dense(3))
model.add(layers.Flatten)  # ← keras3/no-list-of-layers

# %% a text
model = Sequential()
model.add(layers.Dense(3))
model.add("relu")  # ← keras3/no-list-of-layers

# %% a layer that was called
model = Sequential()
model.add(layers.Dense(3)(Input((4,))))  # ← keras3/no-list-of-layers

# %% one list, or what makes one
model = Sequential([layers.Dense(3), layers.Dense(1)])
model = Sequential((layers.Dense(3), layers.Dense(1)))
model = Sequential(layers=[layers.Dense(3)])
model = Sequential([*[layers.Dense(2) for _ in range(3)], layers.Dense(1)])
model = Sequential(layers.Dense(units) for units in (3, 1))
model = Sequential([Input((3,)), Sequential([layers.Dense(2)]), layers.Dense(1)], name="whole")

# %% another Sequential
class Sequential:
    def __init__(self, *parts):
        self.parts = parts

model = Sequential(layers.Dense(3), layers.Dense(1))

# %% nobody knows
def build(parts):
    return Sequential(parts)

model = build([layers.Dense(3), layers.Dense(1)])

# %% two layers for add
net = Sequential()
net.add(layers.Dense(8), layers.Dense(1))  # ← keras3/no-list-of-layers

# %% add, on a network of the applications
base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(32, 32, 3))
base.add(layers.GlobalAveragePooling2D())  # ← keras3/no-list-of-layers

# %% a network in a sequential model
base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(32, 32, 3))
model = keras.Sequential()
model.add(base)
model.add(layers.GlobalAveragePooling2D())
