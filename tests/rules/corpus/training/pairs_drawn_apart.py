# %% by zip
from tensorflow.keras.preprocessing.image import ImageDataGenerator

changes = dict(rotation_range=20, horizontal_flip=True)
images, masks = ImageDataGenerator(**changes), ImageDataGenerator(**changes)
rows = images.flow_from_directory("images", class_mode=None)  # ← training/pairs-drawn-apart
answers = masks.flow_from_directory("masks", class_mode=None)
pairs = zip(rows, answers)
model.fit(pairs, steps_per_epoch=10)

# %% seeds that differ
from tensorflow.keras.preprocessing.image import ImageDataGenerator

gen = ImageDataGenerator(horizontal_flip=True)
rows = gen.flow(x, seed=1)  # ← training/pairs-drawn-apart
answers = gen.flow(y, seed=2)
model.fit(zip(rows, answers), steps_per_epoch=10)

# %% in a loop over both
from tensorflow.keras.preprocessing.image import ImageDataGenerator

gen = ImageDataGenerator()
rows = gen.flow(x)  # ← training/pairs-drawn-apart
answers = gen.flow(y)


def both(first, second):
    for image, mask in zip(first, second):
        mask = mask > 0.5
        yield image, mask


model.fit(both(rows, answers), steps_per_epoch=10)

# %% in order, but turned at random
from tensorflow.keras.preprocessing.image import ImageDataGenerator

gen = ImageDataGenerator(rotation_range=90)
rows, answers = gen.flow(x, shuffle=False), gen.flow(y, shuffle=False)  # ← training/pairs-drawn-apart


def both():
    while True:
        image = rows.next()
        mask = answers.next()
        yield image, mask


model.fit(both(), steps_per_epoch=10)

# %% a seed in common
from tensorflow.keras.preprocessing.image import ImageDataGenerator

seed = 7
gen = ImageDataGenerator(rotation_range=90)
rows = gen.flow(x, seed=seed)
answers = gen.flow(y, seed=seed)
model.fit(zip(rows, answers), steps_per_epoch=10)

# %% in order, and as they are
from tensorflow.keras.preprocessing.image import ImageDataGenerator

gen = ImageDataGenerator(rescale=1 / 255)
rows = gen.flow(x, shuffle=False)
answers = gen.flow(y, shuffle=False)
model.fit(zip(rows, answers), steps_per_epoch=10)

# %% two sets of unlike pictures, which are no pairs
from tensorflow.keras.preprocessing.image import ImageDataGenerator

gen = ImageDataGenerator(horizontal_flip=True)
horses, zebras = gen.flow(x), gen.flow(y)
for horse, zebra in zip(horses, zebras):
    gan.train_step(horse, zebra)

# %% images with the labels of their own flow
from tensorflow.keras.preprocessing.image import ImageDataGenerator

gen = ImageDataGenerator(horizontal_flip=True)
rows = gen.flow(x, y)
model.fit(rows, validation_data=gen.flow(x_test, y_test))

# %% shuffled each by themselves, in a zip of TensorFlow
rows = tf.data.Dataset.from_tensor_slices(x).shuffle(1000)
answers = tf.data.Dataset.from_tensor_slices(y).shuffle(1000)
train = tf.data.Dataset.zip((rows, answers)).batch(32)  # ← training/pairs-drawn-apart

# %% names of files, which are shuffled as they are listed
images = tf.data.Dataset.list_files("images/*.png").map(read)
answers = tf.data.Dataset.list_files("masks/*.png").map(read)
train = tf.data.Dataset.zip((images, answers)).batch(8)  # ← training/pairs-drawn-apart

# %% the rows alone
images = tf.data.Dataset.from_tensor_slices(paths).map(read).shuffle(100)
labels = tf.data.Dataset.from_tensor_slices(numbers)
train = tf.data.Dataset.zip(images, labels)  # ← training/pairs-drawn-apart

# %% pairs that are shuffled
rows = tf.data.Dataset.from_tensor_slices(x)
answers = tf.data.Dataset.from_tensor_slices(y)
train = tf.data.Dataset.zip((rows, answers)).shuffle(1000).batch(32)

# %% files in order
images = tf.data.Dataset.list_files("images/*.png", shuffle=False).map(read)
masks = tf.data.Dataset.list_files("masks/*.png", shuffle=False).map(read)
train = tf.data.Dataset.zip((images, masks)).batch(8)

# %% one seed for both
images = tf.data.Dataset.from_tensor_slices(x).shuffle(1000, seed=3)
masks = tf.data.Dataset.from_tensor_slices(y).shuffle(1000, seed=3)
train = tf.data.Dataset.zip((images, masks))

# %% horses and zebras are no pairs
horses = tf.data.Dataset.list_files("horses/*.png").map(read).shuffle(256)
zebras = tf.data.Dataset.list_files("zebras/*.png").map(read).shuffle(256)
both = tf.data.Dataset.zip((horses, zebras))

# %% a zip of lists
for row, label in zip(shuffle(x), labels):
    print(row, label)

# %% images with labels beside images without, and two domains
labeled = tf.data.Dataset.from_tensor_slices(named).shuffle(1000).batch(32)
unlabeled = tf.data.Dataset.from_tensor_slices(others).shuffle(1000).batch(320)
train = tf.data.Dataset.zip((unlabeled, labeled))
source_ds = tf.data.Dataset.from_tensor_slices(named).shuffle(1000)
target_ds = tf.data.Dataset.from_tensor_slices(others).shuffle(1000)
both = tf.data.Dataset.zip((source_ds, target_ds))
