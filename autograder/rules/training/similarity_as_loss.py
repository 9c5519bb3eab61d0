"""# How alike they are, taken for a loss

**What it sees.** A loss of the author's that measures a share or a likeness — dice, intersection over union, a
cosine, a correlation — and gives more for answers without a mistake than for wrong ones.

**Why it hurts.** Training makes a loss small. The model learns to overlap with the truth as little as it can.

**Example.**

```python
import keras
from keras import ops


def dice(y_true, y_pred):
    shared = ops.sum(y_true * y_pred)
    return 2 * shared / (ops.sum(y_true) + ops.sum(y_pred))  # ← here


model = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
model.compile(loss=dice, optimizer="adam")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras
from keras import ops


def dice(y_true, y_pred):
    shared = ops.sum(y_true * y_pred)
    return 1 - 2 * shared / (ops.sum(y_true) + ops.sum(y_pred))


model = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
model.compile(loss=dice, optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="how alike they are, taken for a loss",
    instead="Return 1 minus the share, or the likeness with a minus.",
    misuses=("sign",),
    exact=True,
)
