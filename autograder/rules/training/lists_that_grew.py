"""# Lists that grew, for arrays

**What it sees.** A list that a loop fills, or a comprehension, goes to `fit`, `evaluate` or `predict` as it is, or
through `shuffle` or `train_test_split`, which make lists of lists. Or lists of lists go there as an array with
`dtype=object`.

**Why it hurts.** A list means one array for each input of the model. Keras takes each item for such an array, and
stops: there are too many of them, and they have different numbers of rows. An array of objects holds lists and no
numbers, and Keras stops with *Invalid dtype*.

**Example.**

```python
import keras

images, labels = [], []
for path in paths:
    images.append(keras.utils.img_to_array(keras.utils.load_img(path)))
    labels.append(path.parent.name == "cats")
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(images, labels)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

images, labels = [], []
for path in paths:
    images.append(keras.utils.img_to_array(keras.utils.load_img(path)))
    labels.append(path.parent.name == "cats")
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(np.array(images), np.array(labels))
```
"""

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="lists that grew, for arrays",
    instead="Make an array of numbers of the full list; lists of unlike lengths need pad_sequences first.",
    program=lambda program: iter(()) if program.older else spelt.misused(program, "list"),
)
