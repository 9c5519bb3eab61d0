"""# A result that is not there

**What it sees.** The result of `model.add(…)` is kept as the model, or the result of `evaluate` is taken apart,
though the model was compiled without metrics, or with more or fewer of them.

**Why it hurts.** `add` changes the model and gives `None`. `evaluate` gives the loss and a number for each metric,
and one number alone where there are no metrics. Python stops where more or fewer of them are wanted.

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

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a result that is not there",
    instead="Keep the model, not what add gives; name metrics in compile, or take the one number as it is.",
    misuses=("nothing",),
)
