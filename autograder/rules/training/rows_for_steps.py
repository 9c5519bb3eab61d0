"""# Steps that count rows

**What it sees.** A generator gives batches, and `steps_per_epoch` or `validation_steps` is the number of the rows; or
it is larger than the number of batches, where a comment keeps what Keras said: *Found 2000 images belonging to …*

**Why it hurts.** A step takes a batch. With as many steps as rows, an epoch goes through the data as many times as a
batch has rows: 32 epochs are shown as one, the curves have few points, and callbacks look too seldom. A reader of a
folder runs out of images instead: Keras warns, and ends the epoch there.

**Example.**

```python
import keras
import numpy as np

def draw(x, y, batch_size=32):
    while True:
        chosen = np.random.choice(len(x), batch_size)
        yield x[chosen], y[chosen]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(draw(x, y), epochs=10, steps_per_epoch=len(x))  # ← here
```

**Instead.**

```python
import keras
import numpy as np

def draw(x, y, batch_size=32):
    while True:
        chosen = np.random.choice(len(x), batch_size)
        yield x[chosen], y[chosen]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(draw(x, y), epochs=10, steps_per_epoch=len(x) // 32)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="steps that count rows",
    instead="Divide by the batch size: len(x) // batch_size.",
    misuses=("steps",),
    exact=True,
)
