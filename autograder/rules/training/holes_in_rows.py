"""# Rows without a number

**What it sees.** A column is made by `shift`, `diff`, `pct_change` or `rolling`, and nothing in the program takes out
the rows for which there is no number.

**Why it hurts.** The first rows of such a column are nan: there is nothing before them. One nan makes the loss nan,
and after that step all weights are nan.

**Example.**

```python
import keras
import pandas as pd

table = pd.read_csv("prices.csv")
table["change"] = table["price"].pct_change()  # ← here
x, y = table[["change"]].values, table["volume"].values
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras
import pandas as pd

table = pd.read_csv("prices.csv")
table["change"] = table["price"].pct_change()
table = table.dropna()
x, y = table[["change"]].values, table["volume"].values
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.NOTE,
    title="rows without a number",
    instead="Take these rows out: table = table.dropna().",
    misuses=("holes",),
)
