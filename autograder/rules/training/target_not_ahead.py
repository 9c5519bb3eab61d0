"""# A target that is no step ahead

**What it sees.** Windows of a series whose target is a number within the window: `timeseries_dataset_from_array` with
the same series for data and targets, or a column of it and its scaled self, over the same rows; or
`y.append(series[i + n - 1])` beside `x.append(series[i : i + n])`, also as a comprehension, a view or a `map`. Or a
decoder whose targets were filled with the same numbers as its inputs.

**Why it hurts.** The answer is among what the model is given, so it learns to repeat one of its inputs. The loss is
nearly 0, and nothing was foretold. The target of window `i` in `timeseries_dataset_from_array` is `targets[i]`, which
is its first row.

**Example.**

```python
import keras

data = keras.utils.timeseries_dataset_from_array(
    series,
    series,  # ← here
    sequence_length=24,
)
model = keras.Sequential([keras.Input((24, 1)), keras.layers.LSTM(16), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data, epochs=10)
```

**Instead.**

```python
import keras

data = keras.utils.timeseries_dataset_from_array(
    series[:-24],
    series[24:],
    sequence_length=24,
)
model = keras.Sequential([keras.Input((24, 1)), keras.layers.LSTM(16), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data, epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a target that is no step ahead",
    instead="Take the target from behind the window, and give a decoder step t + 1 as the target of step t.",
    misuses=("not ahead",),
    exact=True,
)
