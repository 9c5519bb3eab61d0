"""# The end of an episode that nobody reads

**What it sees.** A function of Q-learning computes `reward + gamma * max(…)` of what a network foretells. It is told
which steps were the last ones of their episode, by `done` or `terminal`, and never reads it. Tasks that have no end
are left alone.

**Why it hurts.** After the last step there is no reward. Without the mark the target counts on one that the network
makes up, which trains the network to make up more: the values of all steps grow, and losing costs nothing.

**Example.**

```python
import keras
import numpy as np

gamma = 0.99
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(2)])
model.compile(loss="mse", optimizer="adam")


def replay(states, actions, rewards, following, dones):
    best = model.predict(following).max(axis=1)
    values = model.predict(states)
    values[np.arange(len(states)), actions] = rewards + gamma * best  # ← here
    model.train_on_batch(states, values)
```

**Instead.**

```python
import keras
import numpy as np

gamma = 0.99
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(2)])
model.compile(loss="mse", optimizer="adam")


def replay(states, actions, rewards, following, dones):
    best = model.predict(following).max(axis=1)
    values = model.predict(states)
    values[np.arange(len(states)), actions] = rewards + (1 - dones) * gamma * best
    model.train_on_batch(states, values)
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, called, names, walk
from autograder.rules.looks.scopes import last_name
from autograder.rules.rule import Found, Level, Rule

_DISCOUNT = re.compile(r"gamma|discount", re.IGNORECASE)
_END = re.compile(r"(is_|batch_)?(done|terminal|terminated)s?(_batch|_flags?)?", re.IGNORECASE)
_NETWORK = re.compile(r"predict|model|net(work)?$|critic", re.IGNORECASE)
_GOES_ON = ("Pendulum", "CarRacing", "Continuous", "continuing")  # tasks that are cut off, and have no end


def _look(text: Text) -> Found:
    """``reward + gamma * max(…)`` in a function that is told of the end, and never reads it."""
    if any(word in text.whole for word in _GOES_ON):
        return
    for function in text.all(ast.FunctionDef):
        nodes = [node for node in walk(function) if node is not function]
        sums = [node for node in nodes if isinstance(node, ast.BinOp) and _is_target(node, nodes)]
        told = {one.arg for one in function.args.args if _END.fullmatch(one.arg)}
        read: set[str] = set()
        for node in nodes:
            if isinstance(node, ast.Name) and _END.fullmatch(node.id):
                (told if isinstance(node.ctx, ast.Store) else read).add(node.id)
        if sums and told and not read and any(_NETWORK.search(called(node)) for node in nodes):
            said = f"Nothing reads {min(told)}: behind the end of an episode there is no reward any more"
            yield f"{said}, and this counts on one.", sums[0]


def _is_target(node: ast.BinOp, nodes: list[ast.AST]) -> bool:
    """Whether this is a reward and the discounted best of what follows."""
    if not isinstance(node.op, ast.Add):
        return False
    for part in (node.left, node.right):
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Mult) and any(map(_DISCOUNT.search, _words(part))):
            given = [one.value for one in nodes if isinstance(one, ast.Assign)
                     and names(one.targets[0]) & names(part)]  # fmt: skip
            return any(
                called(inner) in {"max", "amax", "reduce_max"} for one in (part, *given) for inner in walk(one)
            )
    return False


def _words(node: ast.AST) -> set[str]:
    return {last_name(part) for part in walk(node)}


RULE = Rule(
    level=Level.WARNING,
    title="the end of an episode that nobody reads",
    instead="Multiply what follows by 1 - done.",
    text=_look,
    exact=True,
)
