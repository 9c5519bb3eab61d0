"""# Class numbers that are treated like brightness

**What it sees.** A mask whose pixels are numbers of classes, as `sparse_categorical_crossentropy` and `one_hot` want
them, is resized, turned or zoomed with means of neighbours, which is the default of `tf.image.resize`, `cv2.resize`,
`Resizing`, `RandomRotation`, `scipy.ndimage`, scikit-image and `image_dataset_from_directory`; or it is divided by
255, though there are more than two classes. That it is a mask, its name says. Where a mask has two classes, or is cut
at a threshold afterwards, nothing is said.

**Why it hurts.** The mean of class 1 and class 3 is class 2, which is not there. Along every border the network is
taught classes that nobody drew. Numbers of classes that are divided by 255 all become 0 as soon as they are whole
numbers again.

**Example.**

```python
import tensorflow as tf

def load(image_path, mask_path):
    image = tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(image_path)), (128, 128)) / 255.0
    mask = tf.io.decode_png(tf.io.read_file(mask_path), channels=1)
    mask = tf.image.resize(mask, (128, 128))  # ← here
    return image, tf.cast(mask, tf.int32)

model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
```

**Instead.**

```python
import tensorflow as tf

def load(image_path, mask_path):
    image = tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(image_path)), (128, 128)) / 255.0
    mask = tf.io.decode_png(tf.io.read_file(mask_path), channels=1)
    mask = tf.image.resize(mask, (128, 128), method="nearest")
    return image, tf.cast(mask, tf.int32)

model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="class numbers that are treated like brightness",
    instead="Resize a mask by its nearest pixel, method='nearest' or INTER_NEAREST, and leave its numbers alone.",
    misuses=("blurred",),
)
