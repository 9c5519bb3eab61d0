"""# The same answer again and again

**What it sees.** A model with dropout is asked for its `predict` on the same rows in each round of a loop, and the
answers are kept, as Monte Carlo dropout does to see how sure the model is. Nothing in the program turns dropout on.

**Why it hurts.** `predict` turns dropout off. All the answers are the same to the last digit, and their spread is 0:
the model looks sure of everything.

**Example.**

```python
import keras
import numpy as np

model = keras.Sequential([keras.Input((8,)), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
answers = np.stack([model.predict(x) for _ in range(100)])  # ← here
```

**Instead.**

```python
import keras
import numpy as np

model = keras.Sequential([keras.Input((8,)), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
answers = np.stack([model(x, training=True) for _ in range(100)])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="the same answer again and again",
    instead="Call the model itself in training mode: model(x, training=True).",
    misuses=("repeated",),
    exact=True,
)
