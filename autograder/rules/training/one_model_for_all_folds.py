"""# One model for all folds

**What it sees.** A loop over the folds of a cross-validation trains a model that was made before the loop, and
nothing in the loop makes it anew or sets its weights back.

**Why it hurts.** From the second fold on the model has been trained on the rows that it is now tested on. Each score
is better than the last, and their mean says nothing about other rows. In scikit-learn `fit` begins anew; in Keras it
goes on.

**Example.**

```python
import keras
import numpy as np
from sklearn.model_selection import KFold

x, y = np.load("x.npy"), np.load("y.npy")
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
for train, test in KFold(5, shuffle=True).split(x):
    model.fit(x[train], y[train], epochs=20)  # ← here
    print(model.evaluate(x[test], y[test]))
```

**Instead.**

```python
import keras
import numpy as np
from sklearn.model_selection import KFold

x, y = np.load("x.npy"), np.load("y.npy")
for train, test in KFold(5, shuffle=True).split(x):
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    model.fit(x[train], y[train], epochs=20)
    print(model.evaluate(x[test], y[test]))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="one model for all folds",
    instead="Make the model in the loop, or set it back to the weights it began with.",
    misuses=("folds",),
    exact=True,
)
