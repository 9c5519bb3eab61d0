"""# The logarithm of zero

**What it sees.** A loss that the program writes takes the logarithm of the model's answers, or of one less them, and
nothing keeps them away from 0.

**Why it hurts.** A sigmoid or a softmax that is sure gives exactly 0 or 1 in 32 bits. The logarithm of 0 is minus
infinity, times 0 it is not a number: from then on the loss is NaN, and so is every weight.

**Example.**

```python
import keras
from keras import ops

def loss(truth, answer):
    return -ops.mean(truth * ops.log(answer) + (1 - truth) * ops.log(1 - answer))  # ← here

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss=loss)
```

**Instead.**

```python
import keras
from keras import ops

def loss(truth, answer):
    answer = ops.clip(answer, 1e-7, 1 - 1e-7)
    return -ops.mean(truth * ops.log(answer) + (1 - truth) * ops.log(1 - answer))

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss=loss)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, walk
from autograder.rules.looks.losses import own_losses
from autograder.rules.rule import Found, Level, Rule

_SAFE = ("clip", "epsilon", "eps", "maximum", "e-", "0.0", "softplus", "log_sigmoid", "log_softmax", "where", "exp(")
_PARAMETERS = 2


def _look(text: Text) -> Found:
    for _, own in own_losses(text):
        asked = [one.arg for one in own.args.args if one.arg != "self"]
        if len(asked) != _PARAMETERS or any(word in ast.unparse(own) for word in _SAFE):
            continue
        given = [
            part.args[0] for part in walk(own) if isinstance(part, ast.Call) and called(part) == "log" and part.args
        ]
        bare = [one for one in given if _is_answer(one, asked[1])]
        if bare:
            said = f"The logarithm of {ast.unparse(bare[0])} is infinite where the model is sure"
            yield f"{said}: the loss becomes NaN.", bare[0]


def _is_answer(node: ast.expr, answer: str) -> bool:
    """``answer``, or ``1 - answer``."""
    less = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and isinstance(node.left, ast.Constant)
    node = node.right if less and isinstance(node, ast.BinOp) else node
    return isinstance(node, ast.Name) and node.id == answer


RULE = Rule(
    level=Level.WARNING,
    title="the logarithm of zero",
    instead="Cut the answers first, keras.ops.clip(answer, 1e-7, 1 - 1e-7), or take the loss of Keras.",
    text=_look,
    exact=True,
)
