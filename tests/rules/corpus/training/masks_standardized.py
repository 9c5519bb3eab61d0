# %% one dictionary for both
from keras.preprocessing.image import ImageDataGenerator

changes = dict(featurewise_center=True, featurewise_std_normalization=True, rotation_range=30, zoom_range=0.2)
image_datagen = ImageDataGenerator(**changes)
mask_datagen = ImageDataGenerator(**changes)  # ← training/masks-standardized
image_datagen.fit(x_train, augment=True, seed=1)
mask_datagen.fit(y_train, augment=True, seed=1)
image_flow = image_datagen.flow(x_train, batch_size=16, seed=1)
mask_flow = mask_datagen.flow(y_train, batch_size=16, seed=1)
train = zip(image_flow, mask_flow)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(train, steps_per_epoch=100, epochs=10)

# %% folders, in a function that is given the dictionary
from keras.preprocessing.image import ImageDataGenerator


def pairs(folder, changes):
    pictures, masks = ImageDataGenerator(**changes), ImageDataGenerator(**changes)  # ← training/masks-standardized
    first = pictures.flow_from_directory(folder, classes=["image"], class_mode=None, seed=1)
    second = masks.flow_from_directory(folder, classes=["label"], class_mode=None, seed=1)
    for picture, mask in zip(first, second):
        yield picture, mask


train = pairs("train", {"samplewise_center": True, "horizontal_flip": True})
model.compile("adam", losses.BinaryCrossentropy())

# %% next, and one maker for both
maker = keras.preprocessing.image.ImageDataGenerator(samplewise_std_normalization=True)  # ← training/masks-standardized


def pairs():
    first, second = maker.flow(x, seed=1), maker.flow(y, seed=1)
    while True:
        yield next(first), next(second)


model.compile("adam", loss=dice_loss)

# %% tf.data
def load(image, mask):
    image = tf.image.per_image_standardization(image)
    mask = tf.image.per_image_standardization(mask)  # ← training/masks-standardized
    return image, mask


model.compile("adam", "sparse_categorical_crossentropy")

# %% the masks are only turned
from keras.preprocessing.image import ImageDataGenerator

changes = dict(rotation_range=30, rescale=1 / 255)
image_datagen = ImageDataGenerator(featurewise_center=True, samplewise_std_normalization=True, **changes)
mask_datagen = ImageDataGenerator(samplewise_center=False, **changes)
image_datagen.fit(x_train)
train = zip(image_datagen.flow(x_train, seed=1), mask_datagen.flow(y_train, seed=1))
model.compile(optimizer="adam", loss="binary_crossentropy")

# %% labels beside the pictures are left alone
from keras.preprocessing.image import ImageDataGenerator

maker = ImageDataGenerator(samplewise_center=True)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(maker.flow(x_train, y_train))
both = zip(maker.flow(x_train, seed=1), maker.flow(x_other, y_train, seed=1))

# %% a distance of pictures, and statistics that nobody took
from keras.preprocessing.image import ImageDataGenerator

maker = ImageDataGenerator(samplewise_center=True)
model.compile(optimizer="adam", loss="mse")
model.fit(zip(maker.flow(noisy, seed=1), maker.flow(clean, seed=1)))

# %% never fitted: another rule
from keras.preprocessing.image import ImageDataGenerator

image_datagen = ImageDataGenerator(featurewise_center=True)
mask_datagen = ImageDataGenerator(featurewise_center=True)
image_datagen.fit(x_train)
train = zip(image_datagen.flow(x_train, seed=1), mask_datagen.flow(y_train, seed=1))
model.compile(optimizer="adam", loss="binary_crossentropy")

# %% cut at a threshold before they are handed on
from keras.preprocessing.image import ImageDataGenerator

maker = ImageDataGenerator(samplewise_center=True)


def pairs():
    for picture, mask in zip(maker.flow(x, seed=1), maker.flow(y, seed=1)):
        mask = (mask > 0).astype("float32")
        yield picture, mask


model.compile(optimizer="adam", loss="binary_crossentropy")

# %% what is seen through a mask is a picture
def look(image, mask):
    masked = image * mask
    masked_image = image * (1 - mask)
    return tf.image.per_image_standardization(masked), tf.image.per_image_standardization(masked_image)


model.compile("adam", "binary_crossentropy")
