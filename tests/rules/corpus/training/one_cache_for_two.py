# %% two of a folder
train = keras.utils.image_dataset_from_directory("a/train").cache("cache")
valid = keras.utils.image_dataset_from_directory("a/valid").cache("cache")  # ← training/one-cache-for-two

# %% by a name
FILE = "rows.cache"
train = tf.data.Dataset.from_tensor_slices(x).cache(filename=FILE).batch(32)
valid = tf.data.Dataset.from_tensor_slices(z).cache(filename=FILE).batch(32)  # ← training/one-cache-for-two

# %% in a function for both
def ready(data):
    return data.cache("cache").batch(32)  # ← training/one-cache-for-two

train = ready(train)
valid = ready(valid)

# %% a file for each
train = tf.data.Dataset.from_tensor_slices(x).cache("train").batch(32)
valid = tf.data.Dataset.from_tensor_slices(z).cache("valid").batch(32)

# %% in memory
train = tf.data.Dataset.from_tensor_slices(x).cache().batch(32)
valid = tf.data.Dataset.from_tensor_slices(z).cache("").batch(32)

# %% one function, once
def ready(data):
    return data.cache("cache").batch(32)

train = ready(train)

# %% a file that the function is told
def ready(data, file):
    return data.cache(file).batch(32)

train, valid = ready(train, "a"), ready(valid, "b")

# %% one of two
if small:
    train = tf.data.Dataset.from_tensor_slices(x[:9]).cache("rows")
else:
    train = tf.data.Dataset.from_tensor_slices(x).cache("rows")
