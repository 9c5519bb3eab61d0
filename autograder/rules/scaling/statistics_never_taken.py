"""# Statistics that were never taken

**What it sees.** An `ImageDataGenerator` is told `featurewise_center`, `featurewise_std_normalization` or
`zca_whitening`, and its own `fit` is never called.

**Why it hurts.** The mean and the deviation that it would subtract and divide by come from `generator.fit(x_train)`.
Without them it warns in one line, and gives the images as they are: 0 to 255 where its author believes in numbers
around 0.

**Example.**

```python
from keras.preprocessing.image import ImageDataGenerator

maker = ImageDataGenerator(featurewise_center=True, featurewise_std_normalization=True)
model.fit(maker.flow(x_train, y_train), epochs=10)  # ← here
```

**Instead.**

```python
import keras

scale = keras.layers.Normalization()
scale.adapt(x_train)
model = keras.Sequential([scale, net])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=10)
```
"""

from __future__ import annotations

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="statistics that were never taken",
    instead="Call fit of the generator on the training images first, or put a Normalization layer into the model.",
    program=lambda program: spelt.misused(program, "statistics"),
    exact=True,
)
