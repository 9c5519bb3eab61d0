"""# Encoded apart

**What it sees.** Rows of the training and rows of the test that went through `get_dummies`, `cat.codes`,
`LabelEncoder`, `OrdinalEncoder` or `OneHotEncoder` each by themselves, where nothing brings both to the same columns
or numbers. Columns of which the name tells that they hold two kinds are left alone, and so are labels.

**Why it hurts.** The kinds are numbered, or get their columns, in the order in which they are sorted among those that
are there. As soon as one is missing in the test, all that come after it move: the model reads one kind as another.

**Example.**

```python
import keras
import pandas as pd

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
x = pd.get_dummies(train.drop(columns="left")).values
x_test = pd.get_dummies(test).values  # ← here
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, train["left"], epochs=20)
print(model.predict(x_test))
```

**Instead.**

```python
import keras
import pandas as pd

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
table = pd.get_dummies(train.drop(columns="left"))
x = table.values
x_test = pd.get_dummies(test).reindex(columns=table.columns, fill_value=0).values
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, train["left"], epochs=20)
print(model.predict(x_test))
```
"""

from __future__ import annotations

from autograder.anatomy.text import Text
from autograder.rules.looks.encodings import columns_of_the_test, tables_of_questions
from autograder.rules.rule import Found, Level, Rule

_OTHERWISE = "the same kind may get another number, or another column, than in the training"


def _look(text: Text) -> Found:
    """``get_dummies(train)`` for the training, ``get_dummies(test)`` for a question; the same of single columns."""
    for call, table, cut in text.once(tables_of_questions):
        said = f"get_dummies makes the columns of {table} by what stands in it"
        if not cut:
            yield f"{said}: these need not be the columns of the training.", call
    for table, way, node in text.once(columns_of_the_test):
        if way != "factorize":
            yield f"This numbers the kinds that stand in {table} alone: {_OTHERWISE}.", node


RULE = Rule(
    level=Level.WARNING,
    title="encoded apart",
    instead="Fit one encoder on the training rows and transform both with it, or bring both to the same columns.",
    text=_look,
    exact=True,
)
