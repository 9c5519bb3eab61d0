"""# Pooling window larger than the map

**What it sees.** A pooling without padding has a window that is larger than what reaches it: one pooling too many.

**Why it hurts.** Nothing is left: Keras raises a `ValueError` when it builds the model.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([keras.Input((20, 20, 1))])
for filters in (8, 16):
    model.add(layers.Conv2D(filters, 3, activation="relu"))
    model.add(layers.MaxPooling2D(6))  # ← here
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([keras.Input((20, 20, 1))])
for filters in (8, 16):
    model.add(layers.Conv2D(filters, 3, activation="relu"))
    model.add(layers.MaxPooling2D(2))
```
"""

from autograder.rules import sizes
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="pooling window larger than the map",
    instead="Leave this pooling out, or start from larger images.",
    model=lambda model: sizes.larger_windows(model, sizes.WINDOWS, "window"),
    about=("pool_size", 0),
)
