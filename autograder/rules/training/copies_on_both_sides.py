"""# Copies on both sides of the split

**What it sees.** Rows that were drawn again with `resample` or `sample(replace=True)`, put below themselves or below
some of themselves with `concat`, repeated, or turned round beside the ones they were made of, before
`train_test_split` or folds part them by chance. (For SMOTE see "answers known early".)

**Why it hurts.** One copy of a row lands in the training set and another one in the test set. The model has seen
the rows that it is tested on, with their labels, so the test is too good, the more so the more the model learns by
heart.

**Example.**

```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

table = pd.read_csv("customers.csv")
stay, leave = table[table["left"] == 0], table[table["left"] == 1]
more = resample(leave, replace=True, n_samples=len(stay))
table = pd.concat([stay, more])
x, y = table.drop(columns="left"), table["left"]
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)  # ← here
```

**Instead.**

```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

table = pd.read_csv("customers.csv")
train, test = train_test_split(table, test_size=0.2)
stay, leave = train[train["left"] == 0], train[train["left"] == 1]
more = resample(leave, replace=True, n_samples=len(stay))
train = pd.concat([stay, more])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="copies on both sides of the split",
    instead="Set the test rows apart first, and double rows of the training set alone.",
    misuses=("copied",),
)
