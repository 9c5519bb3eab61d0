"""# An argument that Keras does not take

**What it sees.** A layer, loss, metric, optimizer or callback of Keras, `compile` or `fit` is given an argument by a
name that it does not have, and never had.

**Why it hurts.** Python stops at this line. Mostly a letter is missing, or the argument belongs to another class:
`label_smoothing`, for instance, to the cross-entropy of one-hot labels only.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((20, 4)),
    keras.layers.LSTM(16, return_sequence=True),  # ← here
    keras.layers.LSTM(16),
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((20, 4)),
    keras.layers.LSTM(16, return_sequences=True),
    keras.layers.LSTM(16),
    keras.layers.Dense(1),
])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="an argument that Keras does not take",
    instead="Write the argument as Keras calls it, or leave it out.",
    misuses=("argument",),
)
