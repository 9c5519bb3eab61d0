"""# The mask is left behind

**What it sees.** A function gives a picture and its mask. The picture is flipped, cropped or turned at random, by
`tf.image.random_flip_left_right` or by a layer such as `RandomRotation`, and the mask is not, or by a draw of its
own.

**Why it hurts.** The mask says which pixel belongs to what. In half of the pairs it is now about the pixels of the
other side, and the network learns the mean of both.

**Example.**

```python
import tensorflow as tf

def augment(image, mask):
    image = tf.image.random_flip_left_right(image)  # ← here
    mask = tf.image.random_flip_left_right(mask)
    return image, mask

train = train.map(augment)
```

**Instead.**

```python
import tensorflow as tf

def augment(image, mask):
    if tf.random.uniform(()) < 0.5:
        image, mask = tf.image.flip_left_right(image), tf.image.flip_left_right(mask)
    return image, mask

train = train.map(augment)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the mask is left behind",
    instead="Draw once, and move both by what was drawn.",
    misuses=("behind",),
)
