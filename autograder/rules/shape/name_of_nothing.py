"""# A name that no input and no output has

**What it sees.** Data, targets or losses are given in a dictionary, and a name in it is none of the model's: the data
lack the name of an input, or a target or a loss has a name that no output has.

**Why it hurts.** Keras looks for each input by its name, and stops with *Missing data for input*; for targets and
losses it compares the names with those of the outputs, and stops as well. A name is that of the `Input`, or of the
layer that gives the output, not of the variable.

**Example.**

```python
import keras

age, pay = keras.Input((1,), name="age"), keras.Input((1,), name="pay")
score = keras.layers.Dense(1, name="score")(keras.layers.concatenate([age, pay]))
model = keras.Model([age, pay], score)
model.compile(loss="mse", optimizer="adam")
model.fit({"age": ages, "salary": salaries}, scores)  # ← here
```

**Instead.**

```python
import keras

age, pay = keras.Input((1,), name="age"), keras.Input((1,), name="pay")
score = keras.layers.Dense(1, name="score")(keras.layers.concatenate([age, pay]))
model = keras.Model([age, pay], score)
model.compile(loss="mse", optimizer="adam")
model.fit({"age": ages, "pay": salaries}, scores)
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from autograder.anatomy.kinds import INPUT
from autograder.anatomy.training import Compile, Event, Fit, Use
from autograder.rules import feeding
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource

_ASKED = feeding.ANSWERS | {"evaluate", "test_on_batch"}


def _look(model: ModelSource) -> Iterator[Fault]:
    if model.form != "functional" or not model.complete or model.keyed:
        return
    inputs, outputs = (
        _names(model, positions) for positions in (model.anatomy.positions(INPUT), model.anatomy.outputs)
    )
    for event in model.training.events:
        if not event.certain or event.guarded:
            continue
        lacking = [name for name in inputs if _is_table(_rows(event)) and name not in _rows(event)]
        foreign = [name for name in _answers(event) if outputs and name not in outputs]
        if lacking:
            yield Fault(f"The model has an input {lacking[0]!r}, for which there are no data here.", event.place)
        elif foreign:
            listed = " and ".join(map(repr, outputs))
            yield Fault(f"No output is called {foreign[0]!r}: the model has {listed}.", event.place)


def _names(model: ModelSource, positions: list[int] | tuple[int, ...]) -> list[str]:
    """The names that the author gave to inputs or outputs; nothing if one of them has none."""
    calls = [model.layers[position] for position in positions]
    found = [call.arguments.get("name") for call in calls if call is not None]
    named = len(found) == len(positions) and all(isinstance(name, str) for name in found)
    return [str(name) for name in found] if named else []


def _rows(event: Event) -> Any:
    if isinstance(event, Fit):
        return event.x
    return event.arguments.get("x") if isinstance(event, Use) and event.method in _ASKED else None


def _is_table(given: Any) -> bool:
    return isinstance(given, Mapping) and all(isinstance(key, str) for key in given)


def _answers(event: Event) -> Mapping[str, Any]:
    """Targets or losses that are given by name."""
    given = event.y if isinstance(event, Fit) else event.loss if isinstance(event, Compile) else None
    return given if isinstance(given, Mapping) and _is_table(given) else {}


RULE = Rule(
    level=Level.ERROR,
    title="a name that no input and no output has",
    instead="Use the names of the Input layers, and of the layers that give the outputs.",
    model=_look,
)
