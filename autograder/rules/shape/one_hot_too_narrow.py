"""# One-hot rows that are too narrow

**What it sees.** `to_categorical` is told a number of classes that is no larger than the largest label.

**Why it hurts.** Labels begin with 0: the largest label 9 needs ten columns. With fewer, `to_categorical` stops with
an `IndexError`. Labels that begin with 1 are the usual reason.

**Example.**

```python
import keras

labels = [1, 2, 3, 1, 2]
columns = keras.utils.to_categorical(labels, num_classes=3)  # ← here
```

**Instead.**

```python
import keras

labels = [1, 2, 3, 1, 2]
columns = keras.utils.to_categorical([label - 1 for label in labels], num_classes=3)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="one-hot rows that are too narrow",
    instead="Subtract the smallest label first, or ask for one column more than the largest label.",
    misuses=("columns",),
)
