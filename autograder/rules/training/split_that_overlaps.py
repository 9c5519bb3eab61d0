"""# A split that overlaps

**What it sees.** Training and validation rows come from one source in a way that does not keep them apart: two
subsets of a folder that are drawn with different seeds, or `take` and `skip` of a data set that is shuffled anew in
every pass.

**Why it hurts.** With two seeds the files are put into two orders, and each part is cut from its own: some files are
in both parts, some in none. A `shuffle` without `reshuffle_each_iteration=False` puts the rows into another order
each time that somebody asks for them, so a row that validates in this epoch trains in the next. The validation score
then rewards knowing by heart.

**Example.**

```python
import keras

rows = everything.shuffle(1000)
train = rows.take(800)
valid = rows.skip(800)  # ← here
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(train.batch(32), validation_data=valid.batch(32), epochs=5)
```

**Instead.**

```python
import keras

rows = everything.shuffle(1000, seed=1, reshuffle_each_iteration=False)
train = rows.take(800)
valid = rows.skip(800)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(train.batch(32), validation_data=valid.batch(32), epochs=5)
```
"""

from __future__ import annotations

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="split that overlaps",
    instead="Shuffle once and for all, with `reshuffle_each_iteration=False`, or give both parts the same seed.",
    program=lambda program: spelt.misused(program, "split"),
)
