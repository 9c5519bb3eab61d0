"""# A callback that nobody is given

**What it sees.** A callback of Keras or of the author's is made, and nothing in the program reads the variable, or
the list that it is put into; a model is trained.

**Why it hurts.** A callback acts in the training that it is given to, and in no other. Early stopping that was only
made stops nothing, and a checkpoint writes nothing: the training goes on to its last epoch, without a word.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)  # ← here
model.fit(x, y, validation_split=0.2, epochs=200)
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
model.fit(x, y, validation_split=0.2, epochs=200, callbacks=[stop])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, bases, called
from autograder.rules.rule import Found, Level, Rule

_CALLBACKS = frozenset({
    "EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau", "LearningRateScheduler", "TensorBoard", "CSVLogger",
    "LambdaCallback", "TerminateOnNaN", "BackupAndRestore",
})  # fmt: skip
_GROWS = frozenset({"append", "extend", "insert"})


def _look(text: Text) -> Found:
    """``stop = EarlyStopping(…)``, and nothing reads ``stop``, or the list that holds it."""
    if not any(text.calls({"fit", "fit_generator"})) or "locals(" in text.whole or "globals(" in text.whole:
        return
    kinds = _CALLBACKS | {kind.name for kind in text.all(ast.ClassDef) if "Callback" in bases(kind)}
    made = [(call, _taken_up(text, call)) for call in text.calls(kinds)]
    given = {called(call) for call, name in made if not name}
    unread = _unread(text) if any(name for _, name in made) else set()
    for call, name in made:
        alone = isinstance(text.parents.get(id(call)), ast.Assign)
        if name in unread and (alone or called(call) not in given):
            yield f"No training is given {name}: it does nothing.", call


def _unread(text: Text) -> set[str]:
    """The variables that nothing reads but lists that nothing reads either."""
    reads: dict[str, set[str]] = {}
    for node in text.all(ast.Name):
        if isinstance(node.ctx, ast.Load):
            reads.setdefault(node.id, set()).add(_taken_up(text, node))
    found = set(text.values)
    while gone := {name for name in found if not reads.get(name, set()) <= found}:
        found -= gone
    return found


def _taken_up(text: Text, node: ast.expr) -> str:
    """The variable that a value goes into and nowhere else, alone or in a list; empty if it is used."""
    inner: ast.AST = node
    outer = text.parents.get(id(inner))
    while isinstance(outer, ast.List | ast.Tuple | ast.BinOp) or (
        isinstance(outer, ast.IfExp) and inner is not outer.test
    ):
        inner, outer = outer, text.parents.get(id(outer))
    if isinstance(outer, ast.Attribute) and outer.attr in _GROWS and inner is node:  # callbacks.append(…) itself
        inner, outer = outer, text.parents.get(id(outer))
        owner: ast.AST | None = node
    else:
        owner = outer.func.value if isinstance(outer, ast.Call) and isinstance(outer.func, ast.Attribute) else None
    around = text.parents.get(id(outer)) if outer is not None else None
    if isinstance(outer, ast.Call) and called(outer) in _GROWS and isinstance(around, ast.Expr):
        return str(getattr(owner, "id", ""))
    if isinstance(outer, ast.Assign) and not isinstance(around, ast.ClassDef) and len(outer.targets) == 1:
        return str(getattr(outer.targets[0], "id", ""))
    return str(getattr(outer.target, "id", "")) if isinstance(outer, ast.AugAssign) else ""


RULE = Rule(
    level=Level.WARNING,
    title="a callback that nobody is given",
    instead="Hand it to fit: callbacks=[stop].",
    text=_look,
    exact=True,
)
