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
