"""# Learns from answers on fitted rows

**What it sees.** A second model (of stacking, blending, calibration) that is fitted on what a first one predicts of
the very rows, with the very labels, that the first one was fitted on.

**Why it hurts.** A model is better on the rows that it was fitted on than on new ones, and the one that learned most
by heart looks best. The second model learns to trust it, and to trust it too much: on new rows the answers that it
reads are worse than those that it knows.

**Example.**

```python
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression

model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=40)
first = model.predict(x_train)  # ← here
second = LogisticRegression().fit(first, y_train)
```

**Instead.** Ask about rows that were kept for this, or fold by fold.

```python
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression

model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=40)
first = model.predict(x_kept)
second = LogisticRegression().fit(first, y_kept)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="learns from answers on fitted rows",
    instead="Let the first models answer for rows that they were not fitted on: fold by fold, or rows kept apart.",
    misuses=("in sample",),
)
