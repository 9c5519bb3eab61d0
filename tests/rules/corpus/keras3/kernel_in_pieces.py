# %% with add
model = Sequential()
model.add(Input((28, 28, 1)))
model.add(layers.Convolution2D(8, 5, 5, activation="relu"))  # ← keras3/kernel-in-pieces

# %% by variables
rows, columns = 3, 3
layer = layers.Convolution2D(8, rows, columns)  # ← keras3/kernel-in-pieces

# %% a tuple
layer = layers.Convolution2D(8, (3, 3))

# %% a stride in the new spelling
layer = layers.Conv2D(8, 3, 2)

# %% one number
layer = layers.Convolution2D(8, 3)

# %% a stride by name
layer = layers.Convolution2D(8, 3, strides=2)
