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
