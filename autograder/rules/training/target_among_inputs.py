"""# The target stands among the inputs

**What it sees.** The targets are a column of a table, and the inputs are the whole table, or columns of it among
which is that of the targets, or a rolling mean of it that ends with the row itself. Or the targets are a
column of a file, compared with a number or cut, which stays among the inputs: `grade >= 10` beside `grade`.

**Why it hurts.** The model reads the answer and copies it. It is right on every row of the table, those of the test
as well, and knows nothing when the answer is what is asked for.

**Example.**

```python
import keras
import pandas as pd
from sklearn.model_selection import train_test_split

table = pd.read_csv("customers.csv")
y = table["left"]
x = table.values  # ← here
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=20)
```

**Instead.**

```python
import keras
import pandas as pd
from sklearn.model_selection import train_test_split

table = pd.read_csv("customers.csv")
y = table["left"]
x = table.drop(columns="left").values
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=20)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="the target stands among the inputs",
    instead="Leave the column of the targets out of the inputs.",
    misuses=("answers",),
    exact=True,
)
