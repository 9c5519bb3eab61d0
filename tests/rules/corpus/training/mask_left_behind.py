# %% each by its own draw
def augment(image, mask):
    image = tf.image.random_brightness(image, 0.1)
    image = tf.image.random_flip_up_down(image)  # ← training/mask-left-behind
    mask = tf.image.random_flip_up_down(mask)
    return image, mask


train = train.map(augment)

# %% the picture alone
flip = Sequential([layers.RandomFlip(), layers.RandomRotation(0.1)])


def augment(image, mask):
    image = flip(image, training=True)  # ← training/mask-left-behind
    return image, mask


train = train.map(augment)
other = other.map(lambda image, mask: (tf.image.random_flip_left_right(image), mask))  # ← training/mask-left-behind

# %% both at once
def augment(image, mask):
    if tf.random.uniform(()) > 0.5:
        image = tf.image.flip_left_right(image)
        mask = tf.image.flip_left_right(mask)
    return image, mask


def cropped(image, mask):
    both = tf.concat([image, mask], axis=-1)
    both = tf.image.random_crop(both, (64, 64, 4))
    image, mask = both[..., :3], both[..., 3:]
    return image, mask

# %% one seed, and nothing but colours
def augment(image, mask):
    image = tf.image.stateless_random_flip_left_right(image, seed=seed)
    mask = tf.image.stateless_random_flip_left_right(mask, seed=seed)
    image = tf.image.random_contrast(image, 0.8, 1.2)
    return image, mask


def again(image, mask):
    image = tf.image.random_flip_left_right(image, seed=1)
    mask = tf.image.random_flip_left_right(mask, seed=1)
    return image, mask

# %% layers with a seed in common, as Keras' documentation has them
class Augment(layers.Layer):
    def __init__(self, seed=42):
        super().__init__()
        self.images = layers.RandomFlip(mode="horizontal", seed=seed)
        self.masks = layers.RandomFlip(mode="horizontal", seed=seed)

    def call(self, images, masks):
        images = self.images(images)
        masks = self.masks(masks)
        return images, masks

# %% labels of classes do not move
def augment(image, label):
    image = tf.image.random_flip_left_right(image)
    return image, label


train = train.map(augment)

# %% through more steps, and by chance
def augment(img, msk):
    img = tf.image.random_brightness(img, 0.1)
    img = tf.image.random_flip_left_right(img)  # ← training/mask-left-behind
    return tf.clip_by_value(img, 0.0, 1.0), msk


def flip(image, mask):
    if np.random.rand() < 0.5:
        image = np.fliplr(image)  # ← training/mask-left-behind
    return image, mask


def turn(image, boxes):
    if rng.random() < 0.5:
        image = image[:, ::-1]  # ← training/mask-left-behind
    return image, boxes

# %% both by one chance
def flip(image, mask):
    if np.random.rand() < 0.5:
        image, mask = np.fliplr(image), np.fliplr(mask)
    if np.random.rand() < 0.5:
        image = image * 0.9
    return image, mask


def turn(image, boxes):
    if rng.random() < 0.5:
        image = image[:, ::-1]
        boxes[:, 0] = 1 - boxes[:, 0]
    return image, boxes


def label(image, kind):
    if rng.random() < 0.5:
        image = image[:, ::-1]
    return image, kind

# %% within the model
inputs = Input((64, 64, 3))
x = layers.RandomFlip("horizontal")(inputs)  # ← training/mask-left-behind
x = layers.Conv2D(8, 3, padding="same", activation="relu")(x)
outputs = layers.Conv2D(1, 1, activation="sigmoid")(x)
model = Model(inputs, outputs)
model.compile("adam", "binary_crossentropy")
model.fit(images, masks)

# %% within a model that names one class, and colours within one that names many
inputs = Input((64, 64, 3))
x = layers.RandomFlip("horizontal")(inputs)
x = layers.Conv2D(8, 3, padding="same", activation="relu")(x)
x = layers.GlobalAveragePooling2D()(x)
model = Model(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile("adam", "binary_crossentropy")
model.fit(images, labels)
inputs = Input((64, 64, 3))
x = layers.RandomContrast(0.2)(inputs)
other = Model(inputs, layers.Conv2D(1, 1, activation="sigmoid")(x))
other.compile("adam", "binary_crossentropy")
other.fit(images, masks)

# %% in a loop
for image, mask in zip(images, masks):
    if np.random.rand() > 0.5:
        image = cv2.flip(image, 1)  # ← training/mask-left-behind
    pictures.append(image)
    places.append(mask)

# %% colours turned by chance
def swap(image, mask):
    if np.random.rand() < 0.5:
        image = image[..., ::-1]
    return image, mask
