# %% take and skip
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.shuffle(1000)
train, valid = rows.take(80), rows.skip(80)  # ← training/reshuffled-split
model = Sequential([Input((12,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid, epochs=5)

# %% with a seed, in batches
rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(buffer_size=1000, seed=7).batch(8)
train = rows.skip(3)  # ← training/reshuffled-split
valid = rows.take(3)
model = Sequential([Input((12,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid, epochs=5)

# %% mapped, and files
rows = keras.utils.image_dataset_from_directory("photos", label_mode="binary").unbatch().shuffle(99).map(scale)
valid = rows.take(20).batch(4)
train = rows.skip(20).shuffle(9).batch(4)  # ← training/reshuffled-split
model = Sequential([Input((12,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid, epochs=5)

# %% one order for all passes
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.shuffle(1000, reshuffle_each_iteration=False)
train, valid = rows.take(80), rows.skip(80)
model = Sequential([Input((12,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid, epochs=5)

# %% by position
rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000, 7, False)
train, valid = rows.take(80), rows.skip(80)
model = Sequential([Input((12,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid, epochs=5)

# %% shuffled after the split
rows = tf.data.Dataset.from_tensor_slices((x, y))
train, valid = rows.take(80).shuffle(100), rows.skip(80)
model = Sequential([Input((12,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid, epochs=5)

# %% what was drawn is kept
rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000).cache()
train, valid = rows.take(80), rows.skip(80)
model = Sequential([Input((12,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid, epochs=5)

# %% two sets
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000).take(80)
valid = tf.data.Dataset.from_tensor_slices((v, w)).shuffle(1000).skip(80)
model = Sequential([Input((12,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid, epochs=5)

# %% a few rows to look at
rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000)
train = rows.take(80)
valid = other.take(20)
model = Sequential([Input((12,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid, epochs=5)

# %% inputs with targets, changed after the split
rows = tf.data.Dataset.from_tensor_slices((np.zeros((100, 4)), np.zeros(100))).shuffle(100)
train = rows.take(80).map(lambda x, y: (x / 255, y)).batch(10)  # ← training/reshuffled-split
valid = rows.skip(80).map(lambda x, y: (x / 255, y)).batch(10)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(train, validation_data=valid)

# %% a test set
rows = tf.data.Dataset.from_tensor_slices((np.zeros((100, 4)), np.zeros(100))).shuffle(100).batch(10)
train = rows.take(8)  # ← training/reshuffled-split
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(train)
model.evaluate(rows.skip(8))

# %% one order, kept; shuffled again after the split
rows = tf.data.Dataset.from_tensor_slices((np.zeros((100, 4)), np.zeros(100)))
rows = rows.shuffle(100, reshuffle_each_iteration=False)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(rows.take(80).shuffle(80).batch(10), validation_data=rows.skip(80).batch(10))

# %% what was drawn is kept
rows = tf.data.Dataset.from_tensor_slices((np.zeros((100, 4)), np.zeros(100))).shuffle(100).cache()
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(rows.take(80).batch(10), validation_data=rows.skip(80).batch(10))

# %% batches of a folder that is shuffled by itself
rows = keras.utils.image_dataset_from_directory("photos", label_mode="binary", image_size=(64, 64))
train = rows.take(80)  # ← training/reshuffled-split
valid = rows.skip(80)
net = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam")
net.fit(train, validation_data=valid)

# %% batches of a folder in one order
rows = keras.utils.image_dataset_from_directory("photos", label_mode="binary", image_size=(64, 64), shuffle=False)
net = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam")
net.fit(rows.take(80), validation_data=rows.skip(80))

# %% names of files
names = tf.data.Dataset.list_files("photos/*.png")
train = names.take(80).map(read).batch(8)  # ← training/reshuffled-split
valid = names.skip(80).map(read).batch(8)
net = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam")
net.fit(train, validation_data=valid)

# %% names of files in one order
names = tf.data.Dataset.list_files("photos/*.png", shuffle=False)
net = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam")
net.fit(names.take(80).map(read).batch(8), validation_data=names.skip(80).map(read).batch(8))

# %% lines of a file, the first of them left out
rows = tf.data.TextLineDataset("particles.csv").skip(1).map(parse)
rows = rows.shuffle(50000, seed=13)
train = rows.take(35000).batch(256).prefetch(2)  # ← training/reshuffled-split
valid = rows.skip(35000).take(7500).batch(256)
model = Sequential([Input((24,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid, epochs=60)

# %% records, split in a function
def split(rows, count, share=0.8, shuffle=True):
    if shuffle:
        rows = rows.shuffle(10000, seed=12)
    train = rows.take(int(count * share))  # ← training/reshuffled-split
    return train, rows.skip(int(count * share))


records = tf.data.TFRecordDataset(["a.tfrecord", "b.tfrecord"], compression_type="GZIP").map(parse)
train, valid = split(records, 1000)
model = Sequential([Input((24,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train.batch(32), validation_data=valid.batch(32))

# %% a generator, filtered and mapped
rows = tf.data.Dataset.from_generator(read, output_types=(tf.float32, tf.float32)).shuffle(1000)
rows = rows.filter(is_whole).map(scale, num_parallel_calls=4)
valid = rows.take(20).batch(4)
train = rows.skip(20).batch(4)  # ← training/reshuffled-split
model = Sequential([Input((24,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid)

# %% what is left is split for a test
rows = tf.data.TFRecordDataset("a.tfrecord").map(parse).shuffle(1000)
train, rest = rows.take(700), rows.skip(700)  # ← training/reshuffled-split
model = Sequential([Input((24,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train.batch(8))
model.evaluate(rest.skip(100).batch(8))

# %% lines, shuffled after the split
rows = tf.data.TextLineDataset("particles.csv").skip(1).map(parse)
train, valid = rows.take(700).shuffle(700).batch(8), rows.skip(700).batch(8)
model = Sequential([Input((24,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid)

# %% lines in one order for all passes
rows = tf.data.TextLineDataset("particles.csv").skip(1).map(parse).shuffle(99, reshuffle_each_iteration=False)
train, valid = rows.take(700).batch(8), rows.skip(700).batch(8)
model = Sequential([Input((24,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid)

# %% two files
train = tf.data.TextLineDataset("a.csv").map(parse).shuffle(99).take(700).batch(8)
valid = tf.data.TextLineDataset("b.csv").map(parse).shuffle(99).skip(1).batch(8)
model = Sequential([Input((24,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid)

# %% split, and the head of each part left out
rows = tf.data.TextLineDataset("particles.csv").map(parse)
train, valid = rows.take(700).shuffle(700).skip(1).batch(8), rows.skip(700).shuffle(300).take(99).batch(8)
model = Sequential([Input((24,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=valid)

# %% records that were drawn and kept
rows = tf.data.TFRecordDataset("a.tfrecord").map(parse).shuffle(1000).cache("drawn")
model = Sequential([Input((24,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(rows.take(700).batch(8), validation_data=rows.skip(700).batch(8))
