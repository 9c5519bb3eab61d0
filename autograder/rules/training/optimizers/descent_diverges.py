"""# Descent that runs away

**What it sees.** Plain gradient descent on a squared error, without clipping, with numbers that are too large for its
rate: the rate times the largest target is 10 or more, or the rate times the mean square of the inputs is 2 or more.
Networks with squashed hidden layers are left alone.

**Why it hurts.** The slope of a squared error grows with the error, and with the inputs. Where the step is longer
than the valley is wide, each step ends higher on the other side than it began: the weights grow until they are NaN,
or until every relu is dead and the answer is a constant. In runs with rates from 0.001 to 0.1 and one or two hidden
layers of 8 to 64 units, none of 96 learned anything at a product of 10.

**Example.**

```python
import keras
import numpy as np

x = np.arange(200.0)
y = 2 * x
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(0.001))
model.fit(x, y, epochs=10)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x = np.arange(200.0)
y = 2 * x
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(0.001))
model.fit(x / 200, y / 200, epochs=10)
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.kinds import Trait, with_trait
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data, Made
from autograder.rules import asking, fitting, targets
from autograder.rules.rule import Fault, Faults, Level, Rule

_DEFAULT = 0.01
_CLIPS = frozenset({"clipnorm", "clipvalue", "global_clipnorm"})
_SQUASHED = frozenset({"sigmoid", "hard_sigmoid", "tanh", "softmax", "softsign"})
_NORMS = with_trait(Trait.NORMALIZES) | {"normalization", "recurrent", "embedding"}
_MOST_OF_TARGET, _MOST_OF_INPUT = 10, 2


def _look(model: ModelSource) -> Faults:
    if not model.complete or asking.functions(model) & _SQUASHED or model.anatomy.positions(*_NORMS):
        return
    for head, loss, event in asking.trained_heads(model):
        rate = _rate(event.optimizer)
        for fit in targets.fits_of(model, event) if rate and loss.name == "mean_squared_error" else ():
            target = fitting.largest(_reach(targets.given_to(model, fit, head.number)))
            square = _mean_square(fitting.reach(fit.x)) if fitting.takes_raw(model) else 0
            if rate * target >= _MOST_OF_TARGET:
                said = f"Targets up to {target:g} are too large for a rate of {rate:g}: the weights run away."
                yield Fault(said, fit.place)
            elif rate * square >= _MOST_OF_INPUT:
                said = f"Inputs with a mean square of {square:.4g} are too large for a rate of {rate:g}"
                yield Fault(f"{said}: the weights run away.", fit.place)


def _rate(made: Any) -> float:
    """The constant rate of plain descent; 0 if it is not known, or something holds it."""
    if not isinstance(made, Made) or made.own or made.name != "SGD" or _CLIPS & made.arguments.keys():
        return 0
    rate = made.arguments.get("learning_rate", _DEFAULT)
    return rate if type(rate) in (int, float) else 0


def _reach(data: Data | None) -> tuple[float, float] | None:
    return fitting.reach(data) if data is not None else None


def _mean_square(ends: tuple[float, float] | None) -> float:
    """That of numbers which are spread evenly between two ends."""
    return 0 if ends is None else (ends[0] ** 2 + ends[0] * ends[1] + ends[1] ** 2) / 3


RULE = Rule(
    level=Level.WARNING,
    title="descent that runs away",
    instead="Scale the inputs and the targets to about 1, or take Adam.",
    model=_look,
    exact=True,
)
