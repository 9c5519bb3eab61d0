"""# Pairs whose halves are drawn apart

**What it sees.** `fit` takes the images of one `ImageDataGenerator` for rows and those of another one for answers, by
`zip` or in a generator. Both are mixed, or changed at random, and they have no `seed` in common.

**Why it hurts.** Each flow mixes its images and turns them by itself. The mask that stands beside an image is that of
another one, turned by another angle: there is nothing to learn.

**Example.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

images = ImageDataGenerator(rotation_range=20).flow(x, batch_size=8)  # ← here
masks = ImageDataGenerator(rotation_range=20).flow(y, batch_size=8)


def pairs():
    while True:
        yield next(images), next(masks)


net = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam")
net.fit(pairs(), steps_per_epoch=100, epochs=10)
```

**Instead.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

images = ImageDataGenerator(rotation_range=20).flow(x, batch_size=8, seed=1)
masks = ImageDataGenerator(rotation_range=20).flow(y, batch_size=8, seed=1)


def pairs():
    while True:
        yield next(images), next(masks)


net = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam")
net.fit(pairs(), steps_per_epoch=100, epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="pairs whose halves are drawn apart",
    instead="Give both flows the same seed, and both generators the same changes.",
    misuses=("unpaired",),
    exact=True,
)
