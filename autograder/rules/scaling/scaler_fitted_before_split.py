"""# Scaler fitted before the split

**What it sees.** A scaler takes its numbers from all rows, and only then some of them are set apart for a test.

**Why it hurts.** The mean and the range of the test rows go into what the model is trained on. With many rows that
are much alike the difference is small; with few, or with a series that grows, the test looks better than the future
will be. It is a note because nothing is learned from the labels: see `scaling/scaler-fitted-on-test-rows`, which was
measured.

**Example.**

```python
import keras
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

x = MinMaxScaler().fit_transform(x)  # ← here
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test))
```

**Instead.**

```python
import keras
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

x_train, x_test, y_train, y_test = train_test_split(x, y)
scaler = MinMaxScaler()
x_train, x_test = scaler.fit_transform(x_train), scaler.transform(x_test)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test))
```
"""

from __future__ import annotations

from autograder.anatomy.text import Text
from autograder.rules.looks.before_split import taken_before_the_split
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """Rows that were scaled, or filled, by what was fitted on all of them before some were set apart."""
    for kind, call in text.once(taken_before_the_split):
        if kind != "leak":
            yield f"The {kind} is fitted on all rows, before some of them are set apart for the test.", call


RULE = Rule(
    level=Level.NOTE,
    title="scaler fitted before the split",
    instead="Split first; fit the scaler on the training rows, and call transform for all others.",
    text=_look,
)
