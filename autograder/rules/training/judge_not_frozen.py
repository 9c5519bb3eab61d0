"""# The discriminator learns with the generator

**What it sees.** A model of a generator and a discriminator is compiled and trained, the discriminator is trained by
itself as well, and nothing in the program ever sets `trainable`.

**Why it hurts.** The combined model is told that made-up rows are real, so that the generator learns to deceive. With
its weights open the discriminator learns it, too: it calls everything real, and the generator has nothing to follow.

**Example.**

```python
import keras
import numpy as np
from keras import layers

generator = keras.Sequential([keras.Input((10,)), layers.Dense(4)])
judge = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
judge.compile(loss="binary_crossentropy", optimizer="adam")
gan = keras.Sequential([generator, judge])
gan.compile(loss="binary_crossentropy", optimizer="adam")  # ← here
for _ in range(1000):
    noise = np.random.normal(size=(32, 10))
    judge.train_on_batch(generator.predict(noise), np.zeros((32, 1)))
    gan.train_on_batch(noise, np.ones((32, 1)))
```

**Instead.**

```python
import keras
import numpy as np
from keras import layers

generator = keras.Sequential([keras.Input((10,)), layers.Dense(4)])
judge = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
judge.compile(loss="binary_crossentropy", optimizer="adam")
gan = keras.Sequential([generator, judge])
gan.compile(loss="binary_crossentropy", optimizer="adam")
for _ in range(1000):
    noise = np.random.normal(size=(32, 10))
    judge.trainable = True
    judge.train_on_batch(generator.predict(noise), np.zeros((32, 1)))
    judge.trainable = False
    gan.train_on_batch(noise, np.ones((32, 1)))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the discriminator learns with the generator",
    instead="Set its trainable to False before each step of the combined model, and to True before its own.",
    misuses=("judge",),
)
