"""# Weights of other classes

**What it sees.** A `class_weight` whose weights were computed in the order in which the classes appear (`unique` of
pandas, `Counter`), from the most frequent to the rarest (`value_counts`), or in that of a `set`, and that were then
numbered 0, 1, 2, … by `enumerate` or `range`. Also weights of classes or rows that are the shares or the counts of
the classes, instead of one divided by them.

**Why it hurts.** `fit` finds the weight of a class by its number, and encoders number the sorted classes. In another
order a class gets the weight of another one: the rare class may count least. Nothing stops, and the loss falls.

**Example.**

```python
import keras
from sklearn.preprocessing import LabelEncoder
from sklearn.utils.class_weight import compute_class_weight

y = LabelEncoder().fit_transform(table["kind"])
weights = compute_class_weight("balanced", classes=table["kind"].unique(), y=table["kind"])
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(4, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, class_weight=dict(enumerate(weights)))  # ← here
```

**Instead.**

```python
import keras
import numpy as np
from sklearn.preprocessing import LabelEncoder
from sklearn.utils.class_weight import compute_class_weight

y = LabelEncoder().fit_transform(table["kind"])
weights = compute_class_weight("balanced", classes=np.unique(y), y=y)
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(4, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, class_weight=dict(enumerate(weights)))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="weights of other classes",
    instead="Compute the weights for np.unique(y), the sorted numbers, as the number of rows divided by each count.",
    misuses=("weights",),
)
