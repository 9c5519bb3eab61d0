"""# Windows that are mixed before the split

**What it sees.** A series is cut into windows, each one step further than the one before, and `train_test_split`
mixes them: it shuffles unless it is told not to.

**Why it hurts.** A window and the next one have all steps but one in common. Nearly everything in a test window
stands in some training window, too, so the test asks for what was seen. How much better it then looks than the future
will be depends on the series: it is a note.

**Example.**

```python
import numpy as np
from sklearn.model_selection import train_test_split

x = np.array([series[i : i + 30] for i in range(len(series) - 30)])
y = series[30:]
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)  # ← here
```

**Instead.**

```python
import numpy as np
from sklearn.model_selection import train_test_split

x = np.array([series[i : i + 30] for i in range(len(series) - 30)])
y = series[30:]
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, shuffle=False)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.NOTE,
    title="windows that are mixed before the split",
    instead="Split in time, train_test_split(…, shuffle=False), or cut the series in two before the windows.",
    misuses=("windows",),
)
