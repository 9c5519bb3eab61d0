"""# The parts of a split in another order

**What it sees.** `train_test_split` of two arrays is unpacked as x, y, x, y.

**Why it hurts.** It gives both parts of the first array, then both parts of the second: x_train, x_test, y_train,
y_test. In the other order the model gets test rows for its labels; Keras stops when the numbers of rows differ, or
when the widths do.

**Example.**

```python
import keras
from sklearn.model_selection import train_test_split

x_train, y_train, x_test, y_test = train_test_split(x, y, test_size=0.2)  # ← here
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)
```

**Instead.**

```python
import keras
from sklearn.model_selection import train_test_split

x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the parts of a split in another order",
    instead="Write x_train, x_test, y_train, y_test = train_test_split(x, y).",
    misuses=("unpacked",),
)
