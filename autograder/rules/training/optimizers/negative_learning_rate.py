"""# Learning rate below zero

**What it sees.** An optimizer is made with a learning rate that is a negative number.

**Why it hurts.** The optimizer subtracts the rate times the gradient from each weight. With a negative rate the
weights go uphill: every step makes the loss larger.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=-0.01))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=0.01))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import Program
from autograder.anatomy.text import Text, argument_at
from autograder.anatomy.training import Made
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_USES_NO_RATE = frozenset({"LossScaleOptimizer"})


def _look(program: Program) -> Faults:
    for optimizer in program.optimizers:
        made = optimizer.made
        rate = made.arguments.get("learning_rate")
        first = rate.arguments.get("initial_learning_rate") if isinstance(rate, Made) and not rate.own else None
        if isinstance(first, int | float) and first < 0 and isinstance(rate, Made):
            said = f"{rate.name} begins with {first:g}, which is below zero: every step makes the loss larger"
            yield Fault(f"{said}.", rate.place or made.place)
        if not isinstance(rate, int | float) or rate > 0 or made.own or made.name in _USES_NO_RATE:
            continue
        effect = "every step makes the loss larger" if rate else "no weight ever changes"
        yield Fault(f"A learning rate of {rate:g} is {'below ' if rate else ''}zero: {effect}.", made.place)


def _rates_below_zero(text: Text) -> Found:
    """``model.optimizer.learning_rate = -0.001``, and a schedule of the author's that gives such a number."""
    given = [(one.targets[0], one.value) for one in text.all(ast.Assign)]
    given += [(call.func.value, call.args[0]) for call in text.calls({"assign"})
              if call.args and isinstance(call.func, ast.Attribute)]  # fmt: skip
    given += [(call.args[0], call.args[1]) for call in text.calls({"set_value"}) if len(call.args) == 2]
    for target, value in given:
        if getattr(target, "attr", "") in {"learning_rate", "lr"} and _is_below_zero(text.resolved(value)):
            yield f"{ast.unparse(target)} is set below zero: every step makes the loss larger.", value
    for call in text.calls({"LearningRateScheduler"}):
        schedule = argument_at(call, 0, "schedule")
        if isinstance(schedule, ast.Lambda) and _is_below_zero(schedule.body):
            yield "This rate is below zero: every step makes the loss larger.", schedule.body


def _is_below_zero(node: ast.expr) -> bool:
    """Whether this is a number with a minus."""
    value = getattr(node.operand, "value", None) if isinstance(node, ast.UnaryOp) else None
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and type(value) in (int, float)


RULE = Rule(
    level=Level.ERROR,
    title="learning rate below zero",
    instead="Give a positive rate; the optimizer's default is a good start.",
    program=_look,
    text=_rates_below_zero,
    about=("learning_rate", "lr", 0),
)
