"""# The same batch for every index

**What it sees.** `__getitem__` of a `Sequence` or a `PyDataset` cuts the rows of its batch by its index, and reads
the first batch of the same rows beside it: `self.paths[0:self.batch_size]`. Or: a generator sets its index back in
each round of its loop, `while True: i = 0; yield x[i : i + size]`.

**Why it hurts.** Every batch holds the first rows. The model sees a few rows only, and if it is given the answers of
others beside them, it learns that the same row has many answers.

**Example.**

```python
import keras
import numpy as np


class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size=32):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, index):
        start = index * self.batch_size
        rows = self.x[start : start + self.batch_size]
        answers = self.y[start : start + self.batch_size]
        return np.array([row / 255 for row in self.x[: self.batch_size]]), answers  # ← here
```

**Instead.**

```python
import keras
import numpy as np


class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size=32):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, index):
        start = index * self.batch_size
        rows = self.x[start : start + self.batch_size]
        answers = self.y[start : start + self.batch_size]
        return np.array([row / 255 for row in rows]), answers
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the same batch for every index",
    instead="Go through the rows that were cut by the index, and begin with the first one before the loop.",
    misuses=("same batch",),
)
