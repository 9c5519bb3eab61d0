"""# A split of a set that is shuffled anew

**What it sees.** A `tf.data` set is shuffled, and then `take` and `skip` make a set for training of it, and one for
validation or for a test. The rows may come from arrays, from files of lines or records, or from a generator.

**Why it hurts.** `shuffle` draws another order in every pass, also with a seed. So in every epoch `take` gives other
rows, and soon nearly all rows of the other set were trained on.

**Example.**

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000)
train = rows.take(800).batch(32)  # ← here
valid = rows.skip(800).batch(32)
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(train, validation_data=valid, epochs=5)
```

**Instead.** Shuffle once; what is trained on may be shuffled again after the split.

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000, reshuffle_each_iteration=False)
train = rows.take(800).batch(32)
valid = rows.skip(800).batch(32)
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(train, validation_data=valid, epochs=5)
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data, Step
from autograder.rules.rule import Fault, Faults, Level, Rule

_FOLDERS = frozenset({"image_dataset_from_directory", "text_dataset_from_directory"})
_CUTS = frozenset({"take", "skip"})
_PASS_ON = frozenset({
    "batch", "prefetch", "divide", "multiply", "add", "subtract", "astype", "one_hot", "take", "skip", "reshape",
    "expand_dims",
})  # fmt: skip
_EACH_FOR_ITSELF = frozenset({
    "map", "filter", "interleave", "flat_map", "with_options", "enumerate", "unbatch", "padded_batch",
    "ignore_errors",
})  # fmt: skip


def _look(model: ModelSource) -> Faults:
    tests = [event.arguments.get("x") for event in model.training.uses("evaluate")]
    for fit in model.training.fits:
        for kept in (fit.validation_data, *tests):
            shared = _shared(fit.x, kept)
            if shared is None:
                continue
            order = _last_order(shared[0]) or _of_folder(fit.x, shared[0])
            if order and order is (_last_order(shared[1]) or _of_folder(kept, shared[1])):
                said = "shuffle draws another order in every pass: rows kept for a test here are trained on later."
                yield Fault(said, shared[2].place)
                break


def _shared(trained: Any, kept: Any) -> tuple[tuple[Step, ...], tuple[Step, ...], Step] | None:
    """The steps that two sets have gone through alike, in each, until ``take`` and ``skip`` part them."""
    mine, theirs = _steps(trained), _steps(kept)
    at = next((at for at, (one, other) in enumerate(zip(mine, theirs, strict=False)) if one != other), None)
    if at is None or {mine[at].name, theirs[at].name} != _CUTS:
        return None
    return mine[:at], theirs[:at], mine[at]


def _steps(data: Any) -> tuple[Step, ...]:
    data = data[0] if isinstance(data, tuple) and data else data
    return data.steps if isinstance(data, Data) else ()


def _last_order(steps: tuple[Step, ...]) -> Step | None:
    """The last shuffling, if it draws a new order in every pass and nothing keeps what it drew."""
    last = next((step for step in reversed(steps) if step.name == "shuffle"), None)
    if last is None or last.what is not True:
        return None
    later = steps[next(number for number, step in enumerate(steps) if step is last) + 1 :]
    return last if all(map(_passes_on, later)) else None


def _passes_on(step: Step) -> bool:
    """Whether a step gives its rows in the order in which they come."""
    return step.name in _PASS_ON or step.what in _EACH_FOR_ITSELF


def _of_folder(data: Any, steps: tuple[Step, ...]) -> Any:
    """What tells the reader of a folder from others, if it draws a new order in every pass."""
    data = data[0] if isinstance(data, tuple) and data else data
    draws = isinstance(data, Data) and data.origin in _FOLDERS and data.given.get("shuffle", True) is True
    return data.place if draws and all(map(_passes_on, steps)) else None


RULE = Rule(
    level=Level.WARNING,
    title="a split of a set that is shuffled anew",
    instead="Split first, or shuffle with reshuffle_each_iteration=False.",
    model=_look,
    exact=True,
)
