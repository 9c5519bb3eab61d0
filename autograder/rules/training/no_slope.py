"""# Nothing to learn from: no slope

**What it sees.** All that a loss makes of the answer, or all that the last layer makes of the layers before it, goes
through a function that is flat almost everywhere: `argmax`, `round`, `sign`, a comparison, a cast to whole numbers.
Or a loss of the author's never looks at the answer.

**Why it hurts.** Training follows the slope of the loss. A function that is made of steps has slope 0, or none at
all: Keras stops with *No gradients provided*, or the weights stay where they are.

**Example.**

```python
import keras

def errors(truth, answer):
    return keras.ops.mean(keras.ops.abs(truth - keras.ops.round(answer)))  # ← here

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss=errors, optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="nothing to learn from: no slope",
    instead="Train with a smooth loss, and report what you want to count as a metric.",
    misuses=("flat",),
)
