"""# The same batch for every index

**What it sees.** `__getitem__` of a `Sequence` or a `PyDataset` cuts the rows of its batch by its index, and reads
the first batch of the same rows beside it: `self.paths[0:self.batch_size]`. Or: a generator sets its index back in
each round of its loop, `while True: i = 0; yield x[i : i + size]`.

**Why it hurts.** Every batch holds the first rows. The model sees a few rows only, and if it is given the answers of
others beside them, it learns that the same row has many answers.

**Example.**

```python
import keras
import numpy as np


class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size=32):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, index):
        start = index * self.batch_size
        rows = self.x[start : start + self.batch_size]
        answers = self.y[start : start + self.batch_size]
        return np.array([row / 255 for row in self.x[: self.batch_size]]), answers  # ← here
```

**Instead.**

```python
import keras
import numpy as np


class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size=32):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, index):
        start = index * self.batch_size
        rows = self.x[start : start + self.batch_size]
        answers = self.y[start : start + self.batch_size]
        return np.array([row / 255 for row in rows]), answers
```
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from autograder.anatomy.text import Text, called, first_of, names, walk
from autograder.rules.looks.scopes import following_from
from autograder.rules.looks.words import DRAWS
from autograder.rules.rule import Found, Level, Rule

_SEQUENCES = ("Sequence", "PyDataset")
_DRAWS = ("random", "shuffle", "choice", "permutation", "sample", "next(", "pop(", "rng", "super()")


def _look(text: Text) -> Found:
    """Sequences that give the same rows whatever the number of the batch, and generators that begin again."""
    yield from _begins_again(text)
    yield from _same_batch(text)


def _begins_again(text: Text) -> Found:
    """``while True: i = 0; yield x[i : i + size]``: each batch is the first one."""
    for function in text.all(ast.FunctionDef):
        for loop in walk(function):
            if not isinstance(loop, ast.While | ast.For) or not _yields(loop) or _brings_other_rows(loop):
                continue
            yielding = [n for n, one in enumerate(loop.body) if _yields(one)]
            at = yielding[0] if len(yielding) == 1 else -1
            if at < 0 or isinstance(loop.body[at], ast.For | ast.While | ast.If | ast.Try | ast.With):
                continue
            fixed, back = _fixed(loop, at), _stored(loop.body[at + 1 :])
            cuts = [node for one in loop.body[: at + 1] for node in walk(one)
                    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice)]  # fmt: skip
            same = bool(cuts) and all(names(cut) & _stored(loop.body) <= set(fixed) for cut in cuts)
            for name, value in fixed.items() if same else ():
                if isinstance(value.value, ast.Constant) and name in back:
                    said = "in each round of this loop: it yields the same rows again and again"
                    yield f"{name} is set back {said}.", value.targets[0]


def _fixed(loop: ast.While | ast.For, at: int) -> dict[str, ast.Assign]:
    """The numbers that are the same in each round when it yields, with where they get their value."""
    changing, found = _stored(loop.body), dict[str, ast.Assign]()
    for one in loop.body[:at]:
        target = one.targets[0] if isinstance(one, ast.Assign) else None
        made = [node for node in walk(one) if isinstance(node, ast.Call) and called(node) not in {"len", "int"}]
        if isinstance(one, ast.Assign) and isinstance(target, ast.Name) and not made:
            if names(one.value) & changing <= set(found):
                found[target.id] = one
            else:
                found.pop(target.id, None)
        else:
            for name in _stored([one]):
                found.pop(name, None)
    return found


def _stored(block: Sequence[ast.stmt]) -> set[str]:
    """The variables that some statements give a value, or hand to a function that may change them."""
    nodes = [node for one in block for node in walk(one)]
    given = [one.value for one in block if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call)]
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)} | {
        name for call in given for name in names(call)
    }


def _yields(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Yield) for part in walk(node))


def _brings_other_rows(loop: ast.While | ast.For) -> bool:
    """Whether a round differs from the last one by more than the numbers that it counts."""
    ends = isinstance(loop, ast.While) and not (isinstance(loop.test, ast.Constant) and loop.test.value)
    counts = isinstance(loop, ast.For) and bool(
        names(loop.target) & {name for one in loop.body for name in names(one)}
    )
    return ends or counts or any(word in ast.unparse(loop) for word in DRAWS)


def _same_batch(text: Text) -> Found:
    """``self.paths[0:self.batch_size]`` in ``__getitem__``, beside ``self.paths[i : i + self.batch_size]``."""
    for kind in text.all(ast.ClassDef):
        if not any(ast.unparse(base).endswith(_SEQUENCES) for base in kind.bases):
            continue
        for function in (node for node in kind.body if isinstance(node, ast.FunctionDef)):
            if function.name == "__getitem__" and len(function.args.args) == 2:
                index = function.args.args[1].arg
                yield from _first_rows(function, following_from(function, index))
                yield from _no_index(function, index)


def _first_rows(function: ast.FunctionDef, places: set[str]) -> Found:
    cuts = [node for node in walk(function) if isinstance(node, ast.Subscript) and _is_own(node.value)]
    asked = {ast.unparse(cut.value) for cut in cuts if names(cut.slice) & places}
    for cut in cuts:
        if _is_first_batch(cut) and not names(cut.slice) & places and ast.unparse(cut.value) in asked:
            said = f"{ast.unparse(cut)} is the first batch, whatever {function.args.args[1].arg} is"
            yield f"{said}: all batches hold these rows.", cut


def _no_index(function: ast.FunctionDef, index: str) -> Found:
    """``self.x[: self.batch_size]``, where nothing is drawn, counted on or read at the index."""
    nodes = [node for part in function.body for node in walk(part)]
    spelt = ast.unparse(function)
    goes_on = any(isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) for node in nodes)
    if (
        index in {name for part in function.body for name in names(part)}
        or goes_on
        or any(map(spelt.__contains__, _DRAWS))
    ):
        return
    cut = next((node for node in nodes if isinstance(node, ast.Subscript) and _is_first_batch(node)), None)
    if cut is not None:
        yield f"{ast.unparse(cut)} is the first batch, whatever {index} is: all batches hold these rows.", cut


def _is_first_batch(cut: ast.Subscript) -> bool:
    """``self.x[0 : self.batch_size]``."""
    rows = first_of(cut.slice)
    if not _is_own(cut.value) or not isinstance(rows, ast.Slice) or rows.upper is None:
        return False
    return (rows.lower is None or getattr(rows.lower, "value", None) == 0) and "batch" in ast.unparse(rows.upper)


def _is_own(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)


RULE = Rule(
    level=Level.ERROR,
    title="the same batch for every index",
    instead="Go through the rows that were cut by the index, and begin with the first one before the loop.",
    text=_look,
)
