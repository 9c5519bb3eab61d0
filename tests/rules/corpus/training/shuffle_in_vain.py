# %% a buffer of one
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1).batch(32)  # ← training/shuffle-in-vain
other = tf.data.Dataset.from_generator(rows, output_signature=kinds)
other = other.shuffle(buffer_size=1)  # ← training/shuffle-in-vain

# %% batches that change places
train = tf.data.Dataset.from_tensor_slices((x, y))
train = train.batch(32)
train = train.shuffle(1000).prefetch(1)  # ← training/shuffle-in-vain

# %% an order that is kept
def read():
    data = tf.data.Dataset.list_files("a/*.png")
    data = data.shuffle(1000)
    return data.map(load).cache().batch(32)  # ← training/shuffle-in-vain

# %% in the right order
train = tf.data.Dataset.from_tensor_slices((x, y)).cache().shuffle(len(x)).batch(32).prefetch(1)

# %% mixed again after the cache
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000, seed=1).take(800).cache()
train = train.shuffle(1000).batch(32)

# %% one order that is wanted
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000, reshuffle_each_iteration=False)
train = data.skip(100).cache().batch(32)

# %% pieces of a text are no batches
pieces = tf.data.Dataset.from_tensor_slices(letters).batch(101, drop_remainder=True)
train = pieces.map(split).shuffle(1000).batch(64)

# %% rows and batches are mixed
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000).batch(32).shuffle(10)

# %% batches from folders, which are mixed
train = keras.utils.image_dataset_from_directory("a").shuffle(10)

# %% batches that are taken apart
train = tf.data.Dataset.from_tensor_slices((x, y)).batch(32).map(f).unbatch().shuffle(1000).batch(16)

# %% other things that are shuffled
numbers = deck.shuffle(1)
