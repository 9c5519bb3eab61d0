# %% resized
def load(image, mask):
    image = tf.image.resize(image, (64, 64))
    mask = tf.image.resize(mask, (64, 64))  # ← training/class-numbers-blurred
    return image, tf.cast(mask, tf.int32)


model.compile("adam", losses.SparseCategoricalCrossentropy(from_logits=True))

# %% by other libraries
import cv2
from scipy import ndimage

seg = cv2.resize(seg_map, (64, 64))  # ← training/class-numbers-blurred
small = cv2.resize(mask, (64, 64), interpolation=cv2.INTER_AREA)  # ← training/class-numbers-blurred
turned = ndimage.rotate(mask, 30, reshape=False)  # ← training/class-numbers-blurred
y = keras.utils.to_categorical(small, 5)

# %% Pillow, a layer, a folder
from PIL import Image

mask = Image.open(path).convert("L")
mask = mask.resize((64, 64), Image.BILINEAR)  # ← training/class-numbers-blurred
turn = layers.RandomRotation(0.1)
mask = turn(mask)  # ← training/class-numbers-blurred
masks = keras.utils.image_dataset_from_directory("data/masks", labels=None, image_size=(64, 64))  # ← training/class-numbers-blurred
model.compile("adam", "sparse_categorical_crossentropy")

# %% divided
def load(image, mask):
    return image / 255.0, mask / 255.0  # ← training/class-numbers-blurred


inputs = Input((64, 64, 3))
model = Model(inputs, layers.Conv2D(4, 1, activation="softmax")(inputs))
model.compile("adam", "sparse_categorical_crossentropy")

# %% by the nearest pixel
import cv2
from PIL import Image


def load(image, mask, how):
    image = tf.image.resize(image, (64, 64))
    mask = tf.image.resize(mask, (64, 64), method="nearest")
    mask = tf.image.resize(mask, (64, 64), tf.image.ResizeMethod.NEAREST_NEIGHBOR)
    mask = tf.image.resize(mask, (64, 64), method=how)
    mask = cv2.resize(mask, (64, 64), interpolation=cv2.INTER_NEAREST)
    return image, mask


mask = Image.open(path)
mask = mask.resize((64, 64))
model.compile("adam", "sparse_categorical_crossentropy")

# %% two classes
def load(image, mask):
    mask = tf.image.resize(mask, (64, 64)) / 255.0
    return image, mask


model.compile("adam", "binary_crossentropy")

# %% two classes by number
def load(image, mask):
    return image, tf.cast(tf.image.resize(mask, (64, 64)) / 255.0, tf.int32)


inputs = Input((64, 64, 3))
model = Model(inputs, layers.Conv2D(2, 1, activation="softmax")(inputs))
model.compile("adam", "sparse_categorical_crossentropy")

# %% a threshold, and a column for each class
def load(image, mask):
    mask = tf.image.resize(mask, (64, 64))
    return image, tf.cast(mask > 0.5, tf.int32)


def softly(image, mask):
    mask = tf.one_hot(mask, 5)
    return image, tf.image.resize(mask, (64, 64))


model.compile("adam", "sparse_categorical_crossentropy")

# %% answers that are brought to the size of the picture, and pictures of numbers
def show(image, answers):
    return tf.image.resize(image, (64, 64)), tf.image.resize(answers, (64, 64))


(x, y), _ = keras.datasets.mnist.load_data()
model.compile("adam", "sparse_categorical_crossentropy")
