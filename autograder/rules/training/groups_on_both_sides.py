"""# One patient on both sides of the split

**What it sees.** A table, or lists, with several rows for each patient, speaker, subject or video: the program counts
them, or a loop over them collects several rows of each. Then `train_test_split` or shuffled folds part the rows by
chance, and nothing in the program chooses rows by whom they are of.

**Why it hurts.** Rows of one patient are much alike. The model knows whom it saw in the training, and the test asks
about the same people; about a new patient it knows less than the test says.

**Example.**

```python
import pandas as pd
from sklearn.model_selection import train_test_split

slices = pd.read_csv("slices.csv")
print(slices["patient_id"].nunique(), "patients", len(slices), "slices")
train, test = train_test_split(slices, test_size=0.2)  # ← here
```

**Instead.**

```python
import pandas as pd
from sklearn.model_selection import GroupShuffleSplit

slices = pd.read_csv("slices.csv")
print(slices["patient_id"].nunique(), "patients", len(slices), "slices")
parts = GroupShuffleSplit(1, test_size=0.2).split(slices, groups=slices["patient_id"])
rows, test_rows = next(parts)
train, test = slices.iloc[rows], slices.iloc[test_rows]
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="one patient on both sides of the split",
    instead="Part the patients, not their rows: GroupShuffleSplit or GroupKFold, with groups.",
    misuses=("group",),
    exact=True,
)
