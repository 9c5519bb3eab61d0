"""# Rows without an end

**What it sees.** A generator with `while True`, or a data set that is repeated for ever, is given to `fit`,
`evaluate` or `predict`, and nothing says how many batches to take: there is no `steps_per_epoch`, `validation_steps`
or `steps`.

**Why it hurts.** Keras takes batches until there are no more. Here there are always more: the first epoch, or its
validation, never ends, and the progress bar counts without a goal.

**Example.**

```python
import keras

def draw(x, y):
    while True:
        chosen = np.random.choice(len(x), 32)
        yield x[chosen], y[chosen]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(
    draw(x_train, y_train),
    steps_per_epoch=100,
    validation_data=draw(x_valid, y_valid),  # ← here
)
```

**Instead.**

```python
import keras

def draw(x, y):
    while True:
        chosen = np.random.choice(len(x), 32)
        yield x[chosen], y[chosen]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(
    draw(x_train, y_train),
    steps_per_epoch=100,
    validation_data=draw(x_valid, y_valid),
    validation_steps=20,
)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="rows without an end",
    instead="Say how many batches to take: steps_per_epoch and validation_steps for fit, steps for the others.",
    misuses=("endless",),
)
