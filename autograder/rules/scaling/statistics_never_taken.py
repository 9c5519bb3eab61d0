"""# Statistics that were never taken

**What it sees.** A layer that takes its numbers or words from the data, such as `Normalization`, is never adapted and
given none; or an `ImageDataGenerator` is told `featurewise_center`, `featurewise_std_normalization` or
`zca_whitening`, and its own `fit` is never called.

**Why it hurts.** The mean and the deviation come from `layer.adapt(x_train)`, or `generator.fit(x_train)`. Without
them the numbers stay as they are: 0 to 255 where their author believes in numbers around 0. A layer of words without
a vocabulary stops Keras.

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

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="statistics that were never taken",
    instead="Call adapt of the layer, or fit of the generator, on the training rows before the model is trained.",
    misuses=("statistics",),
    exact=True,
)
