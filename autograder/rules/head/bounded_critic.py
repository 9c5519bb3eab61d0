"""# A critic with bounds

**What it sees.** The critic of a Wasserstein GAN ends in `sigmoid` or `tanh`: the program takes the mean score of
made images minus that of real ones for the loss, and has no other loss.

**Why it hurts.** The score measures how far apart made and real images are, and so it needs room. Between 0 and 1 it
says 1 at most, whatever the distance, and where it is near its bounds it has no slope that could lead the generator.

**Example.**

```python
import keras
import tensorflow as tf

generator = keras.Sequential([keras.Input((16,)), keras.layers.Dense(2)])
critic = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),  # ← here
])


def wasserstein(real, fake):
    return tf.reduce_mean(critic(fake)) - tf.reduce_mean(critic(real))
```

**Instead.**

```python
import keras
import tensorflow as tf

generator = keras.Sequential([keras.Input((16,)), keras.layers.Dense(2)])
critic = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])


def wasserstein(real, fake):
    return tf.reduce_mean(critic(fake)) - tf.reduce_mean(critic(real))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a critic with bounds",
    instead="Leave the activation of the last layer of the critic out.",
    misuses=("bounded",),
    exact=True,
)
