"""# The test knows the answers

**What it sees.** Rows are made more by oversampling, or columns are chosen by how well they tell the labels, and only
then some rows are set apart for a test, by a split or by folds.

**Why it hurts.** Oversampling puts copies, or mixtures, of one row on both sides of the split: the model has seen its
test. And columns that were chosen on all rows fit the labels of the test rows, too, even if they are noise.

**Example.**

```python
import keras
from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split

x, y = SMOTE().fit_resample(x, y)  # ← here
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test))
```

**Instead.**

```python
import keras
from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split

x_train, x_test, y_train, y_test = train_test_split(x, y)
x_train, y_train = SMOTE().fit_resample(x_train, y_train)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test))
```
"""

from __future__ import annotations

from autograder.anatomy.text import Text
from autograder.rules.looks.before_split import taken_before_the_split
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """Rows that were chosen or multiplied by their answers before some of them were set apart."""
    for kind, call in text.once(taken_before_the_split):
        if kind == "leak":
            known = f"the test after line {call.lineno} knows its answers"
            yield f"This looks at all rows, before some of them are set apart: {known}.", call


RULE = Rule(
    level=Level.WARNING,
    title="the test knows the answers",
    instead="Split first; then choose columns and add rows with the training rows only.",
    text=_look,
    exact=True,
)
