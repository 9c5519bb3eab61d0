"""# Learning rate too high

**What it sees.** A constant learning rate far above what a network with hidden layers stands: 0.1 or more for Adam
and its relatives, or 1 or more for plain gradient descent (with momentum, what the momentum makes of it) without
any norm layer. For a network of `keras.applications` with its weights of ImageNet, of which nothing is frozen, 0.003
or more for Adam and its relatives, or 0.1 or more for plain descent, is far above already. Schedules, callbacks that
change the rate, small networks and networks of one layer are left alone.

**Why it hurts.** Adam moves every weight by about the learning rate, whatever the gradient. In a wide layer the
weights start smaller than that: after a few steps nothing is left of the start, the sums are huge, and relu units
that fell below zero never come back. A trained network stands much less: it is near its minimum, and large steps
carry it off for good. Plain descent overshoots the valley and climbs its other side.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
adam = keras.optimizers.Adam(learning_rate=0.1)  # ← here
model.compile(loss="binary_crossentropy", optimizer=adam)
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
adam = keras.optimizers.Adam(learning_rate=0.001)
model.compile(loss="binary_crossentropy", optimizer=adam)
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import Trait, with_trait
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.rules import asking, fitting
from autograder.rules.looks.rates import tearing_rates
from autograder.rules.rule import Fault, Faults, Level, Rule

WIDE = 16  # units: the weights of a narrower layer start large, and small problems stand large steps
_NORMS = with_trait(Trait.NORMALIZES)


def _look(model: ModelSource) -> Faults:
    if not model.complete or fitting.width(model) < WIDE:
        return
    for made, rate, _ in fitting.rates(model):
        if made.name in fitting.ADAPTIVE and rate >= 0.1:
            usual = "around 0.001"
        elif made.name == "SGD" and _pace(made, rate) >= 1 and _unbounded(model):
            usual = "0.01 to 0.1"
        else:
            continue
        yield Fault(f"A learning rate of {rate:g} is far too high for {made.name}; usual is {usual}.", made.place)


def _pace(made: Made, rate: float) -> float:
    """How far plain descent goes in a steady direction."""
    momentum = made.arguments.get("momentum", 0)
    return rate if not isinstance(momentum, int | float) or rate < 0.5 else rate / (1 - min(momentum, 0.99))


def _unbounded(model: ModelSource) -> bool:
    """Whether its hidden layers can grow without end: none is squashed, and no norm holds them."""
    functions = asking.functions(model)
    return ("relu" in functions or not functions) and not model.anatomy.positions(*_NORMS)


RULE = Rule(
    level=Level.WARNING,
    title="learning rate too high",
    instead="Start from the optimizer's default rate (a trained network: a hundredth of it); go by factors of three.",
    model=_look,
    text=tearing_rates,
    learn="textile-curves#claim-sgd-momentum",
    claims=("rules/learning-rate-too-high",),
    about=("learning_rate", "lr", 0),
)
