"""# An input that was overwritten

**What it sees.** The first argument of `Model` is no `Input` but what a layer made of one, because the variable of
the input was used again. All layers up to there are left out of the model.

**Why it hurts.** Keras takes whatever it is given for the beginning of the model, and says nothing. The layers before
it have weights that are never trained and never used: what they should have learned is missing.

**Example.**

```python
import keras
from keras import layers

left, right = keras.Input((8,)), keras.Input((8,))
left = layers.Dense(8, activation="relu")(left)
joined = layers.add([left, right])
model = keras.Model([left, right], layers.Dense(1)(joined))  # ← here
```

**Instead.**

```python
import keras
from keras import layers

left, right = keras.Input((8,)), keras.Input((8,))
hidden = layers.Dense(8, activation="relu")(left)
joined = layers.add([hidden, right])
model = keras.Model([left, right], layers.Dense(1)(joined))
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import WEIGHTED
from autograder.anatomy.source import ModelSource, Program
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(program: Program) -> Faults:
    for model in program.models:
        if model.skipped and not _inside_another(program, model):
            names = ", ".join(dict.fromkeys(call.name for call in model.skipped))
            lost = "It has no weights at all. " if _is_empty(model) else ""
            lines = sorted({call.place.line for call in model.skipped})
            shown = f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}"
            yield Fault(
                f"This model begins after {names} ({shown}), which it leaves out: "
                f"the variable of an input was overwritten. {lost}".strip(),
                model.place,
            )


def _is_empty(model: ModelSource) -> bool:
    return model.complete and not model.anatomy.positions(*WEIGHTED)


def _inside_another(program: Program, model: ModelSource) -> bool:
    """Whether another model has the layers that this one leaves out: then it begins in its middle on purpose."""
    skipped = {call.place for call in model.skipped}
    return any(other is not model and skipped & set(other.locations) for other in program.models)


RULE = Rule(
    level=Level.WARNING,
    title="input that was overwritten",
    instead="Keep the tensor that `Input` gave under a name of its own, and hand that to `Model`.",
    program=_look,
    claims=("rules/input-overwritten",),
)
