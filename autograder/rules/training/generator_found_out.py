"""# A generator that learns to be found out

**What it sees.** In the step of a generator, what the judge says of made-up rows is compared with the same label that
the judge itself learns for made-up rows.

**Why it hurts.** The generator should make rows that the judge takes for real. With the label of made-up ones it is
rewarded whenever the judge recognizes its rows: both losses fall, and the images get worse.

**Example.**

```python
import keras
import tensorflow as tf

bce = keras.losses.BinaryCrossentropy(from_logits=True)

def discriminator_loss(real, fake):
    return bce(tf.ones_like(real), real) + bce(tf.zeros_like(fake), fake)

def generator_loss(fake):
    return bce(tf.zeros_like(fake), fake)  # ← here
```

**Instead.**

```python
import keras
import tensorflow as tf

bce = keras.losses.BinaryCrossentropy(from_logits=True)

def discriminator_loss(real, fake):
    return bce(tf.ones_like(real), real) + bce(tf.zeros_like(fake), fake)

def generator_loss(fake):
    return bce(tf.ones_like(fake), fake)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a generator that learns to be found out",
    instead="In the step of the generator give its rows the label of real ones.",
    misuses=("found out",),
    exact=True,
)
