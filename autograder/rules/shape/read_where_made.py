"""# A layer that is given its input where it is made

**What it sees.** A layer is made with a tensor, or with a list of tensors or models, as its first argument.

**Why it hurts.** A layer is made in one call, which says how it is, and reads in a second one: `Flatten()(x)`. In the
first call the tensor is taken for a setting, such as the axis of a `Concatenate` or the units of a `Dense`, and Keras
stops, there or at the next layer.

**Example.**

```python
import keras

a, b = keras.Input((4,)), keras.Input((3,))
both = keras.layers.Concatenate([a, b])  # ← here
```

**Instead.**

```python
import keras

a, b = keras.Input((4,)), keras.Input((3,))
both = keras.layers.Concatenate()([a, b])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a layer that is given its input where it is made",
    instead="Call twice: Concatenate()([a, b]), Flatten()(x).",
    misuses=("made",),
)
