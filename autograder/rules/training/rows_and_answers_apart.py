"""# Rows and answers mixed apart

**What it sees.** The rows and the answers are shuffled by two calls, or set apart by two calls of `train_test_split`,
and nothing makes the two draw the same order: before `fit`, in a generator, or in the `on_epoch_end` of batches. Or
only the rows are shuffled: in place before `fit`, in an `on_epoch_end`, or as one half of a `Dataset.zip`.

**Why it hurts.** Each call draws an order of its own. After that a row stands beside the answer of another row, and
there is nothing to learn: the model can only find how often each answer comes.

**Example.**

```python
import keras
import numpy as np

x, y = np.load("x.npy"), np.load("y.npy")
np.random.shuffle(x)
np.random.shuffle(y)  # ← here
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
```

**Instead.**

```python
import keras
import numpy as np

x, y = np.load("x.npy"), np.load("y.npy")
order = np.random.permutation(len(x))
x, y = x[order], y[order]
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="rows and answers mixed apart",
    instead="Mix both by one order: order = np.random.permutation(len(x)); x, y = x[order], y[order].",
    misuses=("apart",),
)
