"""# Old name that still runs

**What it sees.** A name from Keras 1 or 2 that Keras 3 still takes, mostly with a warning: `input_shape=` and
`input_dim=` of a layer, `alpha=` of `LeakyReLU`, `input_length=` of `Embedding`, `Convolution2D`,
`tensorflow.python.keras`. It speaks of each name once, where it first stands.

**Why it hurts.** It does not hurt today. Modules such as `tensorflow.python.keras` are private, though, and what is
made there does not mix with Keras 3; an `Input` as the first layer shows what comes in and lets `summary` count
weights at once.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.layers.Dense(8, input_dim=4),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(8),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import Program
from autograder.rules.rule import Fault, Faults, Level, Rule

_SILENT = frozenset({"decay=", "epsilon=", "implementation="})  # they are ignored: another rule, or no matter


def _look(program: Program) -> Faults:
    seen = set(_SILENT)
    for met in program.spellings:
        if met.runs and met.old not in seen:
            seen.add(met.old)
            yield Fault(f"{met.old} is an old name: {met.new or 'nothing'} stands there today.", met.place)


RULE = Rule(
    level=Level.NOTE,
    title="old name that still runs",
    instead="Write the name of today.",
    program=_look,
)
