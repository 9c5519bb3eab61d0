"""# More inputs than targets, or fewer

**What it sees.** The number of rows is known of the inputs and of the targets that are given together, and they
differ.

**Why it hurts.** Each row needs its target. Keras counts both before it trains, and raises a `ValueError` that calls
the "data cardinality" ambiguous. Mostly the training rows met the targets of the test rows.

**Example.**

```python
import keras
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_test)  # ← here
```

**Instead.**

```python
import keras
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data, Event, Fit, Use
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for event in model.training.events:
        for x, y in _pairs(event) if event.sure else ():
            known = isinstance(x, Data) and isinstance(y, Data) and None not in (x.rows, y.rows)
            if known and x.rows != y.rows:
                yield Fault(f"The inputs have {x.rows} rows, but the targets have {y.rows}.", event.place)


def _pairs(event: Event) -> Iterator[tuple[Any, Any]]:
    if isinstance(event, Fit):
        yield event.x, event.y
        pair = event.validation_data
        if isinstance(pair, tuple) and len(pair) > 1:
            yield pair[0], pair[1]
    elif isinstance(event, Use) and event.method == "evaluate":
        yield event.arguments.get("x"), event.arguments.get("y")


RULE = Rule(
    level=Level.ERROR,
    title="inputs and targets of different numbers of rows",
    instead="Give each row its target: select, split and shuffle both in the same way.",
    model=_look,
    about=("y", 1),
)
