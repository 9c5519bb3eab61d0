"""# A step of a pipeline that is lost

**What it sees.** A method of a `tf.data` data set, such as `batch` or `shuffle`, is called for nothing: what it gives
is not kept.

**Why it hurts.** These methods change nothing. They give another data set, and the old one stays as it was: unbatched
rows then meet a model that wants batches, or rows stay in the order of their classes without a word.

**Example.**

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y))
rows.batch(32)  # ← here
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows)
```

**Instead.**

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.batch(32)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="step of a pipeline that is lost",
    instead="Keep what the method gives: `rows = rows.batch(32)`.",
    misuses=("discarded",),
)
