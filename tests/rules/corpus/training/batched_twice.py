# %% a folder, and a map
train = keras.utils.image_dataset_from_directory("a", image_size=(32, 32), batch_size=32)
train = train.map(lambda a, b: (a / 255, b)).shuffle(100).batch(32).prefetch(1)  # ← training/batched-twice

# %% in a function that gets ready
def ready(data):
    return data.cache().shuffle(100).batch(16)  # ← training/batched-twice

train = keras.utils.image_dataset_from_directory("a")
train = ready(train)

# %% rows, twice
train = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)
train = train.shuffle(100)
train = train.batch(32)  # ← training/batched-twice

# %% images one by one
train = keras.utils.image_dataset_from_directory("a", batch_size=None)
train = train.map(lambda a, b: (a / 255, b)).batch(32)

# %% batches that are taken apart
train = keras.utils.image_dataset_from_directory("a").unbatch().shuffle(1000).batch(64)

# %% pieces of a text
pieces = tf.data.Dataset.from_tensor_slices(letters).batch(101, drop_remainder=True)
train = pieces.map(split).shuffle(100).batch(64)

# %% batches that a function works on
train = tf.data.Dataset.from_tensor_slices(rows).batch(10).map(windows)
train = train.flat_map(tf.data.Dataset.from_tensor_slices).batch(32)

# %% one or the other
def ready(data, whole):
    if whole:
        data = data.batch(1000)
    else:
        data = data.batch(32)
    return data

train = ready(tf.data.Dataset.from_tensor_slices(x), False)
