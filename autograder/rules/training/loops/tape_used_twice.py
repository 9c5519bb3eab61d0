"""# A tape that is asked twice

**What it sees.** A `GradientTape` that is not persistent is asked for gradients a second time, or in a loop.

**Why it hurts.** Such a tape forgets what it recorded as soon as it has answered. TensorFlow stops with a
`RuntimeError` at the second question.

**Example.**

```python
import keras
import tensorflow as tf

def step(noise):
    with tf.GradientTape() as tape:
        answer = judge(maker(noise))
        loss, other = tf.reduce_mean(answer), tf.reduce_mean(1 - answer)
    slopes = tape.gradient(loss, maker.trainable_variables)
    others = tape.gradient(other, judge.trainable_variables)  # ← here
    return slopes, others
```

**Instead.**

```python
import keras
import tensorflow as tf

def step(noise):
    with tf.GradientTape(persistent=True) as tape:
        answer = judge(maker(noise))
        loss, other = tf.reduce_mean(answer), tf.reduce_mean(1 - answer)
    slopes = tape.gradient(loss, maker.trainable_variables)
    others = tape.gradient(other, judge.trainable_variables)
    return slopes, others
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, constant, keyword, owner_of
from autograder.rules.looks.tapes import opened_for
from autograder.rules.rule import Found, Level, Rule

_ASKS = frozenset({"gradient", "jacobian", "batch_jacobian"})


def _look(text: Text) -> Found:
    for opened, name in _tapes(text):
        asked = [call for call in text.calls(_ASKS) if owner_of(call) == name and opened_for(text, call) is opened]
        asked.sort(key=lambda call: (call.lineno, call.col_offset))
        for number, call in enumerate(asked):
            again = any(_ways(text, other) == _ways(text, call) for other in asked[:number])
            if again or _repeats(text, call, opened):
                said = f"{name} forgets what it recorded when it has answered once"
                yield f"{said}: persistent=True keeps it.", call


def _tapes(text: Text) -> Iterator[tuple[ast.With, str]]:
    """The tapes that answer once, each with its name."""
    for statement in text.all(ast.With):
        for item in statement.items:
            tape, name = item.context_expr, item.optional_vars
            once = isinstance(tape, ast.Call) and not tape.args and called(tape) == "GradientTape"
            kept = keyword(tape, "persistent") if isinstance(tape, ast.Call) else None
            if once and isinstance(name, ast.Name) and (kept is None or constant(kept) is False):
                yield statement, name.id


def _around(text: Text, node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """The nodes around a node, from the inside, each with the part in which it lies."""
    while (outer := text.parents.get(id(node))) is not None:
        yield outer, node
        node = outer


def _ways(text: Text, call: ast.Call) -> list[tuple[int, bool]]:
    """The conditions that a call lies under, and whether it is among their else."""
    return [(id(outer), part in outer.orelse) for outer, part in _around(text, call) if isinstance(outer, ast.If)]


def _repeats(text: Text, call: ast.Call, opened: ast.With) -> bool:
    """Whether a loop within a function goes round from one question to the next without opening the tape anew."""
    for outer, _ in _around(text, call):
        if outer is opened or isinstance(outer, ast.FunctionDef | ast.Lambda):
            return False
        if isinstance(outer, ast.For | ast.While | ast.comprehension | ast.ListComp):
            return not any(inner is outer for inner, _ in _around(text, opened))
    return False


RULE = Rule(
    level=Level.ERROR,
    title="a tape that is asked twice",
    instead="Open it with persistent=True, or one tape for each gradient.",
    text=_look,
)
