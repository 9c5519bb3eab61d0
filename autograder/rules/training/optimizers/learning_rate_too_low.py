"""# Learning rate too low

**What it sees.** A network that starts from random weights trains at a constant rate of 1e-6 or less, for a hundred
epochs at most. For plain gradient descent it only speaks where the gradient cannot be huge: at a head of
probabilities. Fine-tuning, loaded weights, schedules and endless loops are left alone.

**Why it hurts.** Adam moves a weight by about the learning rate at each step. At a millionth, thousands of steps end
where they began: the curve is flat, and looks as if the network could not learn.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
adam = keras.optimizers.Adam(learning_rate=1e-7)  # ← here
model.compile(loss="binary_crossentropy", optimizer=adam)
model.fit(x, y, epochs=50)
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(learning_rate=0.001))
model.fit(x, y, epochs=50)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import ABSENT, Compile, Fit, Made
from autograder.rules import asking, fitting, targets
from autograder.rules.rule import Fault, Faults, Level, Rule

HIGHEST = 1e-6
EPOCHS = 100


def _look(model: ModelSource) -> Faults:
    for made, rate, event in fitting.rates(model):
        slow = 0 <= rate <= HIGHEST and (made.name in fitting.ADAPTIVE or _bounded(model, made, event))
        fits = targets.fits_of(model, event)
        if slow and fits and all(map(_short, fits)) and fitting.from_scratch(model, event):
            said = f"{made.name} moves at a rate of {rate:g}: so slowly that new weights stay where they are."
            yield Fault(said, made.place)


def _bounded(model: ModelSource, made: Made, event: Compile) -> bool:
    losses = asking.losses(model, event).values()
    return made.name == "SGD" and bool(losses) and all(loss.name in asking.PROBABILITIES for loss in losses)


def _short(fit: Fit) -> bool:
    epochs = 1 if fit.epochs is ABSENT else fit.epochs
    return fit.certain and fit.method in {"fit", "fit_generator"} and isinstance(epochs, int) and epochs <= EPOCHS


RULE = Rule(
    level=Level.WARNING,
    title="learning rate too low",
    instead="Start from the optimizer's default rate, and change it by factors of three.",
    model=_look,
    learn="distance-predictor#claim-object",
    claims=("rules/learning-rate-too-low",),
    about=("learning_rate", "lr", 0),
)
