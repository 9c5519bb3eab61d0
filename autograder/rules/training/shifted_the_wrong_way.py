"""# Shifted the wrong way

**What it sees.** A column whose name says that it is of a later row (`next_close`, `rain_tomorrow`, `target`) and
that was moved with `shift(1)` or `np.roll(…, 1)`; one whose name says that it is of an earlier row (`lag_1`,
`previous`) and that was moved with `shift(-1)`; and an input from `rolling(…, center=True)` in a table whose target
is of a later row, or is the very column that is rolled. Shifts are named only where the program shows that the oldest
rows come first.

**Why it hurts.** `shift(1)` moves the values down: each row gets that of the row before. A target of this kind is
already known, and the inputs tell it, so the model looks good and foretells nothing. An input of a later row
holds the answer, which nobody has when the question is asked.

**Example.**

```python
import keras
import pandas as pd

table = pd.read_csv("prices.csv").sort_values("date")
table["change"] = table["close"].diff()
table["next_close"] = table["close"].shift(1)  # ← here
table = table.dropna()
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(table[["close", "change"]], table["next_close"], epochs=10)
```

**Instead.**

```python
import keras
import pandas as pd

table = pd.read_csv("prices.csv").sort_values("date")
table["change"] = table["close"].diff()
table["next_close"] = table["close"].shift(-1)
table = table.dropna()
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(table[["close", "change"]], table["next_close"], epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="shifted the wrong way",
    instead="Take targets from later rows, with a negative shift, and inputs from this row and earlier ones.",
    misuses=("shifted",),
)
