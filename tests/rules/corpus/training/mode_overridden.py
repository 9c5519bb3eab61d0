# %% many answers that are all the same
inputs = Input((8,))
x = layers.Dropout(0.5)(inputs, training=True)  # ← training/mode-overridden
model = Model(inputs, layers.Dense(1)(x))
answers = np.stack([model.predict(rows) for _ in range(50)])

# %% a layer with a name
drop = layers.SpatialDropout1D(0.2)
inputs = Input((8, 3))
x = drop(inputs, training=True)  # ← training/mode-overridden
model = Model(inputs, layers.Dense(1)(x))
model.compile("adam", "mse")
model.evaluate(rows, targets)

# %% in a function that makes the model
def network(rate):
    inputs = Input((8,))
    x = layers.GaussianNoise(rate)(inputs, training=True)  # ← training/mode-overridden
    return Model(inputs, layers.Dense(1)(x))


answer = network(0.1).predict(rows)

# %% off, and trained
inputs = Input((8,))
x = layers.Dropout(0.5)(inputs, training=False)  # ← training/mode-overridden
model = Model(inputs, layers.Dense(1)(x))
model.compile("adam", "mse")
model.fit(rows, targets)

# %% a trained network that is trained on
base = keras.applications.ResNet50(include_top=False, weights="imagenet", input_shape=(96, 96, 3), pooling="avg")
inputs = Input((96, 96, 3))
model = Model(inputs, layers.Dense(2, activation="softmax")(base(inputs, training=False)))  # ← training/mode-overridden
model.compile("adam", "categorical_crossentropy")
model.fit(images, labels)

# %% the same, frozen
base = keras.applications.ResNet50(include_top=False, weights="imagenet", input_shape=(96, 96, 3), pooling="avg")
base.trainable = False
inputs = Input((96, 96, 3))
model = Model(inputs, layers.Dense(2, activation="softmax")(base(inputs, training=False)))
model.compile("adam", "categorical_crossentropy")
model.fit(images, labels)

# %% a trained network without batch norm
base = keras.applications.VGG16(include_top=False, weights="imagenet", input_shape=(96, 96, 3), pooling="avg")
inputs = Input((96, 96, 3))
model = Model(inputs, layers.Dense(2, activation="softmax")(base(inputs, training=False)))
model.compile("adam", "categorical_crossentropy")
model.fit(images, labels)

# %% answers of plain calls
inputs = Input((8,))
x = layers.Dropout(0.5)(inputs, training=True)
model = Model(inputs, layers.Dense(1)(x))
answers = np.stack([model(rows) for _ in range(50)])

# %% a class of one's own does what it says
class Noisy(Model):
    def __init__(self):
        super().__init__()
        self.head = layers.Dense(1)
        self.drop = layers.Dropout(0.5)

    def call(self, x):
        return self.head(self.drop(x, training=True))


answers = np.stack([Noisy().predict(rows) for _ in range(50)])

# %% handed on
class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0.5)

    def call(self, x, training=False):
        return self.drop(x, training=training)

# %% a model of one's own, in a loop of one's own
model = Sequential([layers.Dense(1)])
answer = model(x, training=True)
