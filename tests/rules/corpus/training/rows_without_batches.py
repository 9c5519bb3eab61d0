# %% never cut into batches
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.shuffle(100).prefetch(1)
model = build()
model.fit(rows, epochs=3)  # ← training/rows-without-batches

# %% the batch size of fit does not reach it
model = build()
model.fit(tf.data.Dataset.from_tensor_slices((x, y)), batch_size=32)  # ← training/rows-without-batches

# %% batches
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.shuffle(100).batch(32)
model = build()
model.fit(rows, epochs=3)

# %% a function may have done it
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = prepare(rows)
model = build()
model.fit(rows, epochs=3)

# %% whole arrays in lists are one batch
rows = tf.data.Dataset.from_tensor_slices(([x], [y]))
model = build()
model.fit(rows, epochs=3)

# %% an axis is added
rows = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda a, b: (a[None], b[None]))
model = build()
model.fit(rows, epochs=3)

# %% a data set that was loaded, taken apart
import tensorflow_datasets as tfds
reviews, info = tfds.load("imdb_reviews/subwords8k", with_info=True, as_supervised=True)
train_rows, test_rows = reviews["train"], reviews["test"]
model = keras.Sequential([keras.layers.Embedding(8185, 16), keras.layers.GlobalAveragePooling1D(), keras.layers.Dense(1)])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True))
model.fit(train_rows.shuffle(1000), validation_data=test_rows, epochs=3)  # ← training/rows-without-batches

# %% loaded in batches, and cut into batches later
import tensorflow_datasets as tfds
train_rows, test_rows = tfds.load("mnist", split=["train", "test"], as_supervised=True, batch_size=32)
model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10)])
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(train_rows.map(lambda picture, label: (picture / 255, label)))
rows = tfds.load("mnist", split="train", as_supervised=True)
rows = rows.map(lambda picture, label: (picture / 255, label)).padded_batch(32)
model.fit(rows)
