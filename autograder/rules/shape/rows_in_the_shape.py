"""# The number of rows in the shape of a row

**What it sees.** The shape of the input begins with the number of rows of the very array that is given to `fit`.

**Why it hurts.** An input is told the shape of one row. With the number of all rows in front of it, it waits for one
axis more than the data have, or for a row that is as wide as the data are long. Keras stops at the first batch.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.layers.LSTM(16, input_shape=(x_train.shape[0], x_train.shape[1])),  # ← here
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.layers.LSTM(16, input_shape=x_train.shape[1:]),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)
```
"""

from autograder.rules.looks.row_counts import rows_in_shapes
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the number of rows in the shape of a row",
    instead="Give the shape of one row: x_train.shape[1:].",
    text=rows_in_shapes,
)
