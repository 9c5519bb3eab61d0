"""# A loss of other arguments

**What it sees.** A function of the author's is given to `compile` as the loss or as a metric, and it needs one
argument, or more than two; or it only makes the loss, and was not called.

**Why it hurts.** Keras calls a loss with two arguments, what was wanted and what the model answers. A function that
needs another one stops with a `TypeError` at the first batch, and so does one that answers with a function.

**Example.**

```python
import keras

def weighted(wanted, given, weight):
    return weight * keras.ops.mean(keras.ops.square(wanted - given))

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=weighted)  # ← here
```

**Instead.**

```python
import keras

def weighted(weight):
    def loss(wanted, given):
        return weight * keras.ops.mean(keras.ops.square(wanted - given))
    return loss

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=weighted(3.0))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at
from autograder.rules.rule import Found, Level, Rule

_TWO = 2


def _look(text: Text) -> Found:
    """``compile(loss=weighted)``, where ``weighted`` needs three arguments."""
    for call in text.calls({"compile"}):
        metrics = argument_at(call, 3, "metrics")
        loss = argument_at(call, 1, "loss")
        several = loss.values if isinstance(loss, ast.Dict) else getattr(loss, "elts", [loss])
        given = [*several, *getattr(metrics, "elts", ())]
        for node in given:
            function = text.functions.get(node.id) if isinstance(node, ast.Name) else None
            if function is None or node is None or text.values.get(function.name) or function.args.vararg:
                continue
            if _makes_a_function(function):
                yield f"{function.name} gives the loss, and is none itself: write {function.name}(…).", node
                continue
            least, most = _needs(function)
            if least > _TWO or most < _TWO:
                said = f"Keras calls {function.name} with two arguments, what was wanted and what is answered"
                yield f"{said}: it {f'needs {least}' if least > _TWO else f'takes {most}'}.", node


def _makes_a_function(function: ast.FunctionDef) -> bool:
    """Whether all that a function returns is a function that it defines."""
    inner = {one.name for one in function.body if isinstance(one, ast.FunctionDef)}
    ends = [one.value for one in function.body if isinstance(one, ast.Return)]
    return bool(ends) and all(isinstance(end, ast.Lambda) or getattr(end, "id", "") in inner for end in ends)


def _needs(function: ast.FunctionDef) -> tuple[int, int]:
    """How many arguments a function needs at least, and how many it takes by their places at most."""
    places = len(function.args.posonlyargs) + len(function.args.args)
    words = sum(default is None for default in function.args.kw_defaults)
    return places - len(function.args.defaults) + words, places


RULE = Rule(
    level=Level.ERROR,
    title="a loss of other arguments",
    instead="Take two arguments; a function around it keeps what else it needs.",
    text=_look,
)
