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
