"""# A result that is not there

**What it sees.** The result of `model.add(…)` is kept as the model, or the result of `evaluate` is taken apart,
though the model was compiled without metrics.

**Why it hurts.** `add` changes the model and gives `None`. `evaluate` gives one number, the loss, where there are no
metrics. Python stops at the next line that wants more of them.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=10)
loss, error = model.evaluate(x_test, y_test)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
model.fit(x, y, epochs=10)
loss, error = model.evaluate(x_test, y_test)
```
"""

from __future__ import annotations

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a result that is not there",
    instead="Keep the model, not what add gives; name metrics in compile, or take the one number as it is.",
    program=lambda program: spelt.misused(program, "nothing"),
)
