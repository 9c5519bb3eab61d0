# %% blocks with shortcuts, made in a function, of one norm, one activation and one pool
def build():
    norm = layers.BatchNormalization()  # ← training/one-norm-for-several-layers
    relu, pool = layers.Activation("relu"), layers.MaxPooling1D(2)
    signal = Input((128, 1))
    x = layers.Conv1D(32, 5, padding="same")(signal)
    for _ in range(3):
        skip = x
        x = relu(norm(layers.Conv1D(32, 5, padding="same")(x)))
        x = norm(layers.Conv1D(32, 5, padding="same")(x))
        x = pool(relu(layers.add([x, skip])))
    return Model(signal, layers.Dense(3, activation="softmax")(layers.Flatten()(x)))


model = build()

# %% a function that is given the norm
def block(x, filters, norm):
    x = layers.Conv2D(filters, 3, padding="same")(x)
    return layers.ReLU()(norm(x))


bn = keras.layers.BatchNormalization()  # ← training/one-norm-for-several-layers
image = Input((32, 32, 3))
x = block(image, 16, bn)
x = layers.MaxPooling2D()(x)
x = block(x, 16, norm=bn)
model = Model(image, layers.Dense(2)(layers.GlobalAveragePooling2D()(x)))

# %% a closure
def make(units=(64, 64)):
    bn = tf.keras.layers.BatchNormalization()  # ← training/one-norm-for-several-layers

    def dense(x, width):
        return tf.keras.layers.Activation("relu")(bn(tf.keras.layers.Dense(width)(x)))

    row = tf.keras.Input((12,))
    x = row
    for width in units:
        x = dense(x, width)
    return tf.keras.Model(row, tf.keras.layers.Dense(1)(x))


model = make()

# %% the one norm of a class, in a loop over its layers
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.convs = [layers.Conv2D(32, 3, padding="same") for _ in range(3)]
        self.bn = layers.BatchNormalization()  # ← training/one-norm-for-several-layers
        self.pool = layers.GlobalAveragePooling2D()
        self.out = layers.Dense(3)

    def call(self, x, training=False):
        for conv in self.convs:
            x = keras.ops.relu(self.bn(conv(x), training=training))
        return self.out(self.pool(x))


model = Net()
model.compile("adam", "mse")

# %% the one norm of a class, line by line
class Net(tf.keras.Model):
    def __init__(self):
        super(Net, self).__init__()
        self.first = tf.keras.layers.Dense(32)
        self.second = tf.keras.layers.Dense(32)
        self.bn = tf.keras.layers.BatchNormalization()  # ← training/one-norm-for-several-layers
        self.out = tf.keras.layers.Dense(1)

    def call(self, x):
        x = tf.nn.relu(self.bn(self.first(x)))
        x = tf.nn.relu(self.bn(self.second(x)))
        return self.out(x)


model = Net()
model.compile("adam", "mse")

# %% two branches of one image
image = Input((32, 32, 3))
norm = layers.BatchNormalization()  # ← training/one-norm-for-several-layers
near = norm(layers.Conv2D(16, 1, padding="same")(image))
far = norm(layers.Conv2D(16, 5, padding="same")(image))
x = layers.GlobalAveragePooling2D()(layers.concatenate([near, far]))
model = Model(image, layers.Dense(2)(x))

# %% one norm from a list for all blocks
parts = {"norm": layers.BatchNormalization(), "act": layers.ReLU()}  # ← training/one-norm-for-several-layers
row = Input((20,))
x = row
for _ in range(2):
    x = layers.Dense(32)(x)
    x = parts["norm"](x)
    x = parts["act"](x)
model = Model(row, layers.Dense(1)(x))

# %% a new one at each place; dropout and activation may be shared
drop, relu = layers.Dropout(0.2), layers.ReLU()
row = Input((20,))
x = row
for _ in range(3):
    x = drop(relu(layers.BatchNormalization()(layers.Dense(32)(x))))
model = Model(row, layers.Dense(1)(x))

# %% twins: the layers before it are shared as well
def encoder():
    image = Input((28, 28, 1))
    x = layers.Conv2D(16, 3)(image)
    x = layers.ReLU()(layers.BatchNormalization()(x))
    return Model(image, layers.Dense(32)(layers.Flatten()(x)))


left, right = Input((28, 28, 1)), Input((28, 28, 1))
shared = encoder()
difference = layers.subtract([shared(left), shared(right)])
model = Model([left, right], layers.Dense(1, activation="sigmoid")(difference))

# %% twins, layer by layer
left, right = Input((20,)), Input((20,))
first, norm = layers.Dense(32), layers.BatchNormalization()
difference = layers.subtract([norm(first(left)), norm(first(right))])
model = Model([left, right], layers.Dense(1, activation="sigmoid")(difference))

# %% the steps of a recurrence: one layer, again and again
cell, norm = layers.Dense(32), layers.BatchNormalization()
row = Input((32,))
x = row
for _ in range(4):
    x = layers.ReLU()(norm(cell(x)))
model = Model(row, layers.Dense(1)(x))

# %% a head that is shared by the maps of several sizes
head, norm = layers.Conv2D(16, 3, padding="same"), layers.BatchNormalization()
image = Input((32, 32, 3))
small = layers.Conv2D(8, 3, strides=2, padding="same")(image)
smaller = layers.Conv2D(8, 3, strides=2, padding="same")(small)
found = [layers.GlobalAveragePooling2D()(norm(head(x))) for x in (small, smaller)]
model = Model(image, layers.Dense(2)(layers.concatenate(found)))

# %% inputs of one kind
norm = layers.BatchNormalization()
before, after = Input((20,)), Input((20,))
x = layers.concatenate([norm(before), norm(after)])
model = Model([before, after], layers.Dense(1)(x))

# %% frozen: it remembers what it was given
norm = layers.BatchNormalization(trainable=False)
row = Input((20,))
x = norm(layers.Dense(32)(row))
x = norm(layers.Dense(32)(x))
model = Model(row, layers.Dense(1)(x))

# %% a class with a norm for each layer
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = [layers.Dense(32) for _ in range(3)]
        self.norms = [layers.BatchNormalization() for _ in range(3)]
        self.out = layers.Dense(3)

    def call(self, x, training=False):
        for dense, norm in zip(self.dense, self.norms):
            x = keras.ops.relu(norm(dense(x), training=training))
        return self.out(x)


model = Net()
model.compile("adam", "mse")

# %% a block of a class, made anew for each place
class Block(layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.dense, self.bn = layers.Dense(width), layers.BatchNormalization()

    def call(self, x):
        return keras.ops.relu(self.bn(self.dense(x)))


model = Sequential([Input((20,)), Block(32), Block(32), layers.Dense(1)])

# %% a list that holds one norm several times
norms = [layers.BatchNormalization()] * 3  # ← training/one-norm-for-several-layers
row = Input((20,))
x = row
for norm in norms:
    x = layers.ReLU()(norm(layers.Dense(32)(x)))
model = Model(row, layers.Dense(1)(x))

# %% a block of a class with one norm for its two layers
class Block(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.first = layers.Conv2D(filters, 3, padding="same")
        self.second = layers.Conv2D(filters, 3, padding="same")
        self.norm = layers.BatchNormalization()  # ← training/one-norm-for-several-layers

    def call(self, x):
        y = keras.ops.relu(self.norm(self.first(x)))
        return keras.ops.relu(x + self.norm(self.second(y)))


image = Input((20, 20, 16))
x = Block(16)(image)
model = Model(image, layers.Dense(1)(layers.GlobalAveragePooling2D()(x)))

# %% a builder that keeps its norm
class Builder:
    def __init__(self):
        self.norm = tf.keras.layers.BatchNormalization()  # ← training/one-norm-for-several-layers

    def block(self, x):
        x = tf.keras.layers.Conv2D(16, 3, padding="same")(x)
        return tf.keras.layers.ReLU()(self.norm(x))

    def build(self):
        image = tf.keras.Input((20, 20, 3))
        x = self.block(self.block(image))
        return tf.keras.Model(image, tf.keras.layers.Dense(3)(tf.keras.layers.Flatten()(x)))


model = Builder().build()

# %% one block of layers, called again and again
block = Sequential([layers.Dense(32), layers.BatchNormalization(), layers.ReLU()])
row = Input((32,))
x = block(block(block(row)))
model = Model(row, layers.Dense(1)(x))
