"""# A rate that compounds

**What it sees.** The function of a `LearningRateScheduler` takes the epoch and the rate, and returns the rate times a
power, or another function, of the epoch.

**Why it hurts.** Keras gives the function the rate that it has now, which the epochs before have made smaller
already. `rate * 0.9**epoch` is meant to be 0.9 to the tenth in epoch 10; it is 0.9 to the 55th, and the training
stands still.

**Example.**

```python
import keras

def slower(epoch, rate):
    return rate * 0.9**epoch  # ← here

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, targets, epochs=20, callbacks=[keras.callbacks.LearningRateScheduler(slower)])
```

**Instead.**

```python
import keras

def slower(epoch, rate):
    return 0.001 * 0.9**epoch

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, targets, epochs=20, callbacks=[keras.callbacks.LearningRateScheduler(slower)])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, walk
from autograder.rules.looks.scopes import last_name
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``LearningRateScheduler(lambda epoch, rate: rate * 0.9**epoch)``."""
    functions = {node.name: node for node in text.all(ast.FunctionDef)}
    for call in text.calls({"LearningRateScheduler"}):
        given = argument_at(call, 0, "schedule")
        given = text.resolved(given) if isinstance(given, ast.Name) and given.id not in functions else given
        function = given if isinstance(given, ast.Lambda) else functions.get(last_name(given)) if given else None
        asked = [one.arg for one in function.args.args if one.arg != "self"] if function else []
        if function is None or len(asked) != 2:
            continue
        epoch, rate = asked
        again = {target.id for one in walk(function) if isinstance(one, ast.Assign)
                 for target in one.targets if isinstance(target, ast.Name)}  # fmt: skip
        for node in walk(function) if rate not in again else ():
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
                sides = [(node.left, node.right)]
                sides += [(node.right, node.left)] if isinstance(node.op, ast.Mult) else []
                for one, other in sides:
                    if isinstance(one, ast.Name) and one.id == rate and _grows(other, epoch):
                        said = f"{rate} is the rate of the epoch before, which was multiplied already"
                        yield f"{said}: the powers of all epochs come together.", node


def _grows(factor: ast.expr, epoch: str) -> bool:
    """Whether a factor changes with the epoch itself: not by a condition, and not in turns."""
    if isinstance(factor, ast.IfExp):
        return _grows(factor.body, epoch) or _grows(factor.orelse, epoch)
    if isinstance(factor, ast.Compare) or (isinstance(factor, ast.BinOp) and isinstance(factor.op, ast.Mod)):
        return False
    if isinstance(factor, ast.Name):
        return factor.id == epoch
    return any(_grows(part, epoch) for part in ast.iter_child_nodes(factor) if isinstance(part, ast.expr))


RULE = Rule(
    level=Level.WARNING,
    title="a rate that compounds",
    instead="Multiply the first rate by the power, or the present rate by the same factor in each epoch.",
    text=_look,
    exact=True,
)
