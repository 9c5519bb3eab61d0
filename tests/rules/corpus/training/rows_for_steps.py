# %% the default size of a batch
def draw(rows, goals, size=32):
    while True:
        chosen = np.random.choice(len(rows), size)
        yield rows[chosen], goals[chosen]


model.fit(draw(x, y), epochs=2, steps_per_epoch=len(x))  # ← training/rows-for-steps

# %% a size of the author's, for the validation
BATCH = 16


def draw(rows, goals, batch_size):
    while True:
        yield rows[:batch_size], goals[:batch_size]


train, valid = draw(x, y, BATCH), draw(a, b, BATCH)
model.fit(
    train,
    steps_per_epoch=len(x) // BATCH,
    validation_data=draw(a, b, BATCH),
    validation_steps=a.shape[0],  # ← training/rows-for-steps
)

# %% images of a folder
flow = reader.flow_from_directory("photos")
model.fit(flow, steps_per_epoch=flow.samples)  # ← training/rows-for-steps

# %% divided
def draw(rows, goals, size=32):
    while True:
        chosen = np.random.choice(len(rows), size)
        yield rows[chosen], goals[chosen]


model.fit(draw(x, y), epochs=2, steps_per_epoch=len(x) // 32)
flow = reader.flow_from_directory("photos", batch_size=8)
model.fit(flow, steps_per_epoch=flow.samples // 8)
model.fit(flow, steps_per_epoch=len(flow))

# %% one row at a time
def draw(rows, goals, size=1):
    while True:
        chosen = np.random.choice(len(rows), size)
        yield rows[chosen], goals[chosen]


model.fit(draw(x, y), epochs=2, steps_per_epoch=len(x))
flow = reader.flow_from_directory("photos", batch_size=1)
model.fit(flow, steps_per_epoch=flow.n)

# %% a list of batches
def draw(batches, size=32):
    while True:
        yield from batches


model.fit(make(parts, size=32), steps_per_epoch=len(parts))

# %% more batches than the folder holds
from keras.preprocessing.image import ImageDataGenerator
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=32, class_mode="binary")
# Found 2000 images belonging to 2 classes.
model.fit(
    train,
    steps_per_epoch=100,  # ← training/rows-for-steps
    epochs=10,
)

# %% as many steps as samples, under a name
from keras.preprocessing.image import ImageDataGenerator
nb_train_samples, batch_size = 2000, 16
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=batch_size)
model.fit(train, steps_per_epoch=nb_train_samples, epochs=10)  # ← training/rows-for-steps

# %% as many batches as the folder holds, and of samples
from keras.preprocessing.image import ImageDataGenerator
nb_train_samples, batch_size = 2000, 16
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=20, class_mode="binary")
# Found 2000 images belonging to 2 classes.
model.fit(train, steps_per_epoch=100, epochs=10)
model.fit(train, steps_per_epoch=nb_train_samples // batch_size, epochs=10)
single = ImageDataGenerator().flow_from_directory("train", batch_size=1)
model.fit(single, steps_per_epoch=nb_train_samples, epochs=10)

# %% two folders, and what Keras said of both behind them
from keras.preprocessing.image import ImageDataGenerator
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=32, class_mode="binary")
test = ImageDataGenerator(rescale=1 / 255).flow_from_directory("test", batch_size=32, class_mode="binary")
# Found 2000 images belonging to 2 classes.
# Found 1600 images belonging to 2 classes.
model.fit(
    train,
    steps_per_epoch=100,  # ← training/rows-for-steps
    validation_data=test,
    validation_steps=50,
)

# %% as many as a comment says
from keras.preprocessing.image import ImageDataGenerator
# the folders hold 8,000 pictures for training and 2000 images for testing
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=32, class_mode="binary")
test = ImageDataGenerator(rescale=1 / 255).flow_from_directory("test", class_mode="binary")
model.fit(
    train,
    steps_per_epoch=8000,  # ← training/rows-for-steps
    validation_data=test,
    validation_steps=2000,  # ← training/rows-for-steps
)

# %% the rows of arrays and of a table in a flow, and the files that a flow lists
from keras.preprocessing.image import ImageDataGenerator
reader = ImageDataGenerator(rescale=1 / 255)
model.fit(reader.flow(x, y, batch_size=32), steps_per_epoch=len(x), epochs=5)  # ← training/rows-for-steps
table = reader.flow_from_dataframe(dataframe=files, directory="train", x_col="file", y_col="class")
model.fit_generator(table, steps_per_epoch=files.shape[0])  # ← training/rows-for-steps
model.fit_generator(table, steps_per_epoch=len(table.filenames))  # ← training/rows-for-steps
n_train_images = 5000
model.fit_generator(table, steps_per_epoch=n_train_images)  # ← training/rows-for-steps

# %% a pipeline
data = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(1000).batch(64).repeat()
model.fit(data, epochs=5, steps_per_epoch=len(x_train))  # ← training/rows-for-steps

# %% a pipeline of rows one by one, of other rows, and of windows
data = tf.data.Dataset.from_tensor_slices((x_train, y_train)).batch(1).repeat()
model.fit(data, epochs=5, steps_per_epoch=len(x_train))
other = tf.data.Dataset.from_tensor_slices((x_train, y_train)).batch(64).repeat()
model.fit(other, epochs=5, steps_per_epoch=len(x_test))
model.fit(other, epochs=5, steps_per_epoch=len(x_train) // 64)
cut = tf.data.Dataset.from_tensor_slices(series).flat_map(windows).batch(64).repeat()
model.fit(cut, epochs=5, steps_per_epoch=len(series))

# %% flows of other rows, counted in batches, and with a size that is not known
from keras.preprocessing.image import ImageDataGenerator
reader = ImageDataGenerator(rescale=1 / 255)
model.fit(reader.flow(x, y, batch_size=32), steps_per_epoch=len(x) // 32, epochs=5)
model.fit(reader.flow(x, y, batch_size=size), steps_per_epoch=len(x), epochs=5)
model.fit(reader.flow(x, y, batch_size=1), steps_per_epoch=len(x), epochs=5)
model.fit(reader.flow(x[:, :32], y), steps_per_epoch=len(files), epochs=5)
flow = reader.flow(x, y)
model.fit(flow, steps_per_epoch=len(flow), epochs=5)
images_per_epoch = 200
model.fit(flow, steps_per_epoch=images_per_epoch, epochs=5)

# %% a comment on another number: there are enough images
from keras.preprocessing.image import ImageDataGenerator
# 64000 images for training, 2000 images for testing
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=32, class_mode="binary")
test = ImageDataGenerator(rescale=1 / 255).flow_from_directory("test", batch_size=1, class_mode="binary")
model.fit(train, steps_per_epoch=2000, validation_data=test, validation_steps=2000)

# %% batches in a comment
from keras.preprocessing.image import ImageDataGenerator
# 500 batches of 32; 500 images per class; 500 images each
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=32, class_mode="binary")
model.fit(train, steps_per_epoch=500)
