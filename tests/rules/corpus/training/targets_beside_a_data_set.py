# %% a share of a data set
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.shuffle(99).batch(32)
model.fit(rows, validation_split=0.2, epochs=3)  # ← training/targets-beside-a-data-set

# %% targets beside a generator
from tensorflow.keras.preprocessing.image import ImageDataGenerator
rows = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", (64, 64))
model.fit(rows, rows.classes, epochs=3)  # ← training/targets-beside-a-data-set

# %% a data set alone
rows = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)
model.fit(rows, validation_data=rows.take(3), epochs=3)

# %% arrays
model.fit(x, y, validation_split=0.2)
x = np.array(list(map(float, x)))
model.fit(x, y, validation_split=0.2)

# %% an array that was shuffled
x = shuffle(x)
model.fit(x, y, validation_split=0.2)

# %% nothing after all
rows = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)
model.fit(rows, None, validation_split=0.0)
