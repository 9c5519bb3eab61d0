# %% noise of a layer
SEED = 7


class Noise(layers.Layer):
    def call(self, x, training=None):
        shape = keras.ops.shape(x)
        noise = keras.random.uniform(shape, seed=SEED)  # ← training/same-noise-each-time
        dropped = keras.random.dropout(x, 0.5, seed=1)  # ← training/same-noise-each-time
        return dropped + noise

# %% a setting, and a generator that is made in each call
class Noise(layers.Layer):
    def __init__(self):
        super().__init__()
        self.seed = 3

    def call(self, x):
        seeds = keras.random.SeedGenerator(3)
        x = x + keras.random.normal(keras.ops.shape(x), seed=seeds)  # ← training/same-noise-each-time
        return x + keras.random.normal(keras.ops.shape(x), seed=self.seed)  # ← training/same-noise-each-time

# %% the codes of a generator
class Gan(Model):
    def train_step(self, images):
        size = keras.ops.shape(images)[0]
        codes = keras.random.normal(shape=(size, 64), seed=1337)  # ← training/same-noise-each-time
        return self.learn(images, self.generator(codes))

# %% in a map
def augment(image, label):
    image = tf.image.stateless_random_flip_left_right(image, seed=(1, 2))  # ← training/same-noise-each-time
    image = tf.image.stateless_random_brightness(image, 0.2, (3, 4))  # ← training/same-noise-each-time
    return image, label


train = train.map(augment).batch(32)
other = other.map(lambda image, label: (tf.image.stateless_random_contrast(image, 0.5, 1.5, seed=[0, 1]), label))  # ← training/same-noise-each-time

# %% batches of the author's
class Batches(keras.utils.PyDataset):
    def __getitem__(self, index):
        rng = np.random.default_rng(0)
        rows = self.rows[index * 32 : (index + 1) * 32]
        return rows + rng.normal(size=rows.shape), self.labels[index * 32 : (index + 1) * 32]  # ← training/same-noise-each-time


def batches(x, y):
    while True:
        np.random.seed(42)  # ← training/same-noise-each-time
        chosen = np.random.randint(0, len(x), 32)
        yield x[chosen], y[chosen]

# %% a generator that is made once
class Noise(layers.Layer):
    def __init__(self, seed=None):
        super().__init__()
        self.seeds = keras.random.SeedGenerator(seed)
        self.seed = seed

    def call(self, x):
        x = x + keras.random.normal(keras.ops.shape(x))
        x = x + tf.random.normal(tf.shape(x), seed=42)
        return x + keras.random.normal(keras.ops.shape(x), seed=self.seeds)

# %% a table that is to be fixed
class Projection(layers.Layer):
    def build(self, shape):
        self.table = keras.random.normal((shape[-1], 8), seed=0)

    def call(self, x):
        return keras.ops.matmul(x, keras.random.normal((16, 8), seed=1)) + keras.ops.matmul(x, self.table)

# %% seeds that come with the rows
def augment(pair, seed):
    image, label = pair
    return tf.image.stateless_random_flip_left_right(image, seed=seed), label


train = tf.data.Dataset.zip((train, tf.data.Dataset.counter())).map(augment)

# %% a test that is to be the same
def disturb_test(image, label):
    return image + tf.random.stateless_normal(tf.shape(image), seed=(1, 2)), label


def disturb(image, label):
    return image + tf.random.stateless_normal(tf.shape(image), seed=(1, 2)), label


val_data = val_data.map(disturb)
test_data = test_data.map(disturb_test)

# %% one seed for the whole program, and one for each trial
np.random.seed(0)
rng = np.random.default_rng(0)
for trial in range(3):
    np.random.seed(trial)
    keras.utils.set_random_seed(1)
    weights = np.random.rand(8)
    for x, y in batches:
        model.train_on_batch(x + rng.normal(size=x.shape), y)


def batches(x, y):
    rng = np.random.default_rng(0)
    while True:
        chosen = rng.integers(0, len(x), 32)
        yield x[chosen], y[chosen]

# %% a table as wide as the rows
class Features(layers.Layer):
    def call(self, x):
        columns = x.shape[-1]
        return keras.ops.matmul(x, keras.random.normal((columns, 8), seed=1))
