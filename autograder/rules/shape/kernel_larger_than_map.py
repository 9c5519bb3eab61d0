"""# Kernel larger than the map

**What it sees.** A convolution without padding slides a kernel that is larger than what reaches it, usually after
many poolings.

**Why it hurts.** Nothing is left to compute: Keras raises a `ValueError` when it builds the model.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((8, 8, 1)),
    layers.Conv2D(8, 3),
    layers.MaxPooling2D(),
    layers.Conv2D(8, 5),  # ← here
    layers.Flatten(),
    layers.Dense(1),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((8, 8, 1)),
    layers.Conv2D(8, 3),
    layers.MaxPooling2D(),
    layers.Conv2D(8, 3, padding="same"),
    layers.Flatten(),
    layers.Dense(1),
])
```
"""

from autograder.rules import sizes
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="kernel larger than the map",
    instead="Use padding, a smaller kernel, or fewer poolings before it.",
    model=lambda model: sizes.larger_windows(model, frozenset({"conv"}), "kernel"),
    about=("kernel_size", 1),
)
