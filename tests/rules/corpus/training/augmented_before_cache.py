# %% by a condition
def load(point):
    image, mask = tf.image.resize(point["image"], (64, 64)), point["mask"]
    if tf.random.uniform(()) > 0.5:
        image, mask = tf.image.flip_left_right(image), tf.image.flip_left_right(mask)
    return image, mask

train = data["train"].map(load, num_parallel_calls=tf.data.AUTOTUNE)
batches = train.cache().shuffle(1000).batch(64).repeat()  # ← training/augmented-before-cache

# %% by layers
augment = Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1)])
train = keras.utils.image_dataset_from_directory("a")
train = train.map(lambda x, y: (augment(x, training=True), y)).cache().prefetch(1)  # ← training/augmented-before-cache

# %% by a function of a function
def turn(image):
    return tf.image.random_brightness(image, 0.2)

def prepare(image, label):
    return turn(image) / 255, label

def batches(data):
    data = data.map(prepare)
    data = data.batch(32)
    return data.cache()  # ← training/augmented-before-cache

# %% after the cache
def augment(image, label):
    return tf.image.random_flip_left_right(image), label

train = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda a, b: (a / 255, b))
train = train.cache().map(augment).batch(32)

# %% nothing random
def prepare(image, label):
    return tf.image.resize(image, (64, 64)) / 255, label

train = data.map(prepare).cache().shuffle(100).batch(32)

# %% another data set is cached
def augment(image, label):
    return tf.image.random_flip_left_right(image), label

train = data.map(augment).batch(32)
checked = other.batch(32).cache()

# %% layers that do nothing here
augment = Sequential([layers.RandomFlip("horizontal")])
train = data.map(lambda x, y: (augment(x, training=False), y)).cache()

# %% by layers in a list, which a function goes through
changes = [layers.RandomFlip("horizontal"), layers.RandomRotation(0.1)]

def change(x):
    for layer in changes:
        x = layer(x)
    return x

train = train.map(lambda x, y: (change(x), y))
train = train.batch(64).prefetch(tf.data.AUTOTUNE).cache()  # ← training/augmented-before-cache

# %% by a function of a function of a function
def turn(image):
    return tf.image.random_brightness(image, 0.2)

def change(image):
    return turn(image) / 255

def prepare(image, label):
    return change(image), label

train = data.map(prepare).batch(32).cache()  # ← training/augmented-before-cache

# %% by layers of an object
class Photos:
    def __init__(self):
        self.changes = Sequential([layers.RandomFlip(), layers.RandomZoom(0.1)])

    def train(self, data):
        data = data.map(lambda x, y: (self.changes(x, training=True), y))
        return data.cache().batch(32)  # ← training/augmented-before-cache

# %% by a method
class Photos:
    def change(self, x, y):
        return tf.image.random_flip_left_right(x), y

    def train(self, data):
        return data.map(self.change).cache().batch(32)  # ← training/augmented-before-cache

# %% in a function that gives the data set
def changed(data):
    return data.map(lambda x, y: (tf.image.random_contrast(x, 0.8, 1.2), y))

train = changed(train).cache().batch(32)  # ← training/augmented-before-cache

# %% cached in a function
def ready(data):
    return data.cache().batch(32).prefetch(1)  # ← training/augmented-before-cache

def change(x, y):
    return tf.image.random_flip_left_right(x), y

train = ready(train.map(change))

# %% a list of layers that change nothing at random
changes = [layers.Resizing(64, 64), layers.Rescaling(1 / 255)]

def change(x):
    for layer in changes:
        x = layer(x)
    return x

train = train.map(lambda x, y: (change(x), y)).batch(64).cache()

# %% a flag that is off
def prepare(image, label, augment=False):
    if augment:
        image = tf.image.random_flip_left_right(image)
    return image / 255, label

train = data.map(prepare).cache().batch(32)
valid = other.map(lambda x, y: prepare(x, y, False)).cache().batch(32)

# %% the other case
def prepared(data, training):
    if training:
        data = data.map(lambda x, y: (tf.image.random_flip_left_right(x), y))
    else:
        data = data.cache()
    return data.batch(32)

# %% only what is not changed is cached
def prepared(data, training):
    if training:
        data = data.map(lambda x, y: (tf.image.random_flip_left_right(x), y))
    if not training:
        data = data.cache()
    return data.batch(32)

# %% a function that changes the images only if it is told to
def prepared(data, augment=False):
    data = data.map(lambda x, y: (x / 255, y))
    if augment:
        data = data.map(lambda x, y: (tf.image.random_flip_left_right(x), y))
    return data.batch(32)

train = prepared(train, augment=True)
valid = prepared(valid).cache()

# %% cached in a function, and changed after that
def ready(data):
    return data.cache().batch(32).prefetch(1)

train = ready(train).map(lambda x, y: (tf.image.random_flip_left_right(x), y))

# %% the name is a part of another one
flip = layers.RandomFlip()

def no_flip(x, y):
    return x / 255, y

train = train.map(no_flip).cache()
