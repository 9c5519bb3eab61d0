"""# Random changes that a cache keeps

**What it sees.** A data set is mapped through a function that changes images at random, and `cache()` comes after it.

**Why it hurts.** A cache keeps what it gets in the first epoch, and gives the same again in all others. Each image is
flipped, turned or cut once, and stays like that: no epoch brings anything new, which was the point.

**Example.**

```python
import tensorflow as tf

def augment(image, label):
    return tf.image.random_flip_left_right(image), label

train = tf.data.Dataset.from_tensor_slices((images, labels))
train = train.map(augment)
train = train.cache().shuffle(1000).batch(32)  # ← here
```

**Instead.**

```python
import tensorflow as tf

def augment(image, label):
    return tf.image.random_flip_left_right(image), label

train = tf.data.Dataset.from_tensor_slices((images, labels))
train = train.cache().shuffle(1000)
train = train.map(augment).batch(32)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="random changes that a cache keeps",
    instead="Cache first, and change the images after that: data.cache().map(augment).",
    misuses=("cached",),
    exact=True,
)
