"""# A length that is no whole number

**What it sees.** The method `__len__` of a class gives the result of a division, or of `np.ceil`.

**Why it hurts.** Python wants an `int` and stops. The result of `/` is a float even where the division has no
remainder, and so is that of `np.ceil`.

**Example.**

```python
import keras

class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, size):
        super().__init__()
        self.x, self.y, self.size = x, y, size

    def __len__(self):
        return len(self.x) / self.size  # ← here

    def __getitem__(self, at):
        rows = slice(at * self.size, (at + 1) * self.size)
        return self.x[rows], self.y[rows]
```

**Instead.**

```python
import math

import keras

class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, size):
        super().__init__()
        self.x, self.y, self.size = x, y, size

    def __len__(self):
        return math.ceil(len(self.x) / self.size)

    def __getitem__(self, at):
        rows = slice(at * self.size, (at + 1) * self.size)
        return self.x[rows], self.y[rows]
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a length that is no whole number",
    instead="Take math.ceil, or //.",
    misuses=("length",),
)
