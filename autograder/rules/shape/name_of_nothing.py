"""# A name that no input and no output has

**What it sees.** Data, targets, losses or metrics are given in a dictionary, and a name in it is none of the model's:
the data lack the name of an input, or a target, a loss or a metric has a name that no output has. An output that got
no name is called after its class: `dense_3`.

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

import re
from collections.abc import Mapping
from typing import Any

from autograder.anatomy.kinds import INPUT
from autograder.anatomy.source import LayerCall, ModelSource
from autograder.anatomy.source.names import api
from autograder.anatomy.training import Compile, Event, Fit, Use
from autograder.rules import feeding
from autograder.rules.rule import Fault, Faults, Level, Rule

_ASKED = feeding.ANSWERS | {"evaluate", "test_on_batch"}


def _look(model: ModelSource) -> Faults:
    if model.form != "functional" or not model.complete or model.keyed:
        return
    inputs = _names(model, model.anatomy.positions(INPUT))
    outputs = [model.layers[position] for position in model.anatomy.outputs]
    for event in model.training.events:
        if not event.sure:
            continue
        lacking = [name for name in inputs if _is_table(_rows(event)) and name not in _rows(event)]
        answers = _answers(event, len(outputs) > 1)
        foreign = [name for name in answers if not any(_may_be_called(call, name) for call in outputs)]
        if lacking:
            yield Fault(f"The model has an input {lacking[0]!r}, for which there are no data here.", event.place)
        elif foreign:
            yield Fault(f"No output is called {foreign[0]!r}: {_listed(outputs)}.", event.place)


def _may_be_called(call: LayerCall | None, name: str) -> bool:
    """Whether a layer may have a name: the author's, or the one that Keras makes of its class, with a number."""
    given = None if call is None else call.arguments.get("name")
    if call is None or (given is not None and not isinstance(given, str)):
        return True
    made = call.name not in api()["layers"] or re.fullmatch(rf"{_automatic(call.name)}(_\d+)?", name) is not None
    return name == given if given is not None else made


def _automatic(kind: str) -> str:
    """The name that Keras gives the first layer of a class: ``MaxPooling2D`` is ``max_pooling2d``."""
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", kind)).lower()


def _listed(outputs: list[LayerCall | None]) -> str:
    names = [call.arguments.get("name") for call in outputs if call is not None]
    if all(names):
        return f"the model has {' and '.join(map(repr, names))}"
    return "Keras names a layer after its class where the author gives it no name, not after the variable"


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


def _answers(event: Event, several: bool) -> Mapping[str, Any]:
    """Targets and losses that are given by name, and metrics, for which one output takes any name."""
    given = [event.y] if isinstance(event, Fit) else []
    given += [event.loss, *([event.metrics] if several else [])] if isinstance(event, Compile) else []
    tables = [part for part in given if isinstance(part, Mapping) and _is_table(part)]
    return {name: value for part in tables for name, value in part.items()}


RULE = Rule(
    level=Level.ERROR,
    title="a name that no input and no output has",
    instead="Use the names of the Input layers, and of the layers that give the outputs.",
    model=_look,
)
