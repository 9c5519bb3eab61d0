"""# A name that Keras does not know

**What it sees.** `compile` is given a loss or an optimizer by a name that is none of Keras' own, and the program
registers none.

**Why it hurts.** Keras looks the name up in its own list and stops. A function that the program defines is not in
that list.

**Example.**

```python
import keras

def weighted(truth, answer):
    return keras.ops.mean(2 * (truth - answer) ** 2)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="weighted", optimizer="adam")  # ← here
```

**Instead.**

```python
import keras

def weighted(truth, answer):
    return keras.ops.mean(2 * (truth - answer) ** 2)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss=weighted, optimizer="adam")
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="name that Keras does not know",
    instead="Pass the function itself, `loss=weighted`, or correct the name.",
    misuses=("name",),
)
