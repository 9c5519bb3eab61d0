"""# An order that is drawn and never used

**What it sees.** A class that gives batches, a generator of batches, or a loop of training steps mixes an order, and
takes its rows without it: nothing reads the mixed array, but for its length. Nothing else is mixed there.

**Why it hurts.** The rows stay in the order of the files. Every epoch has the same batches, and rows that lie sorted
come sorted: the program says that it shuffles, and it does not.

**Example.**

```python
import keras
import numpy as np


class Rows(keras.utils.PyDataset):
    def __init__(self, x, y):
        super().__init__()
        self.x, self.y, self.order = x, y, np.arange(len(x))

    def __len__(self):
        return len(self.order) // 32

    def __getitem__(self, number):
        part = slice(number * 32, (number + 1) * 32)
        return self.x[part], self.y[part]  # ← here

    def on_epoch_end(self):
        np.random.shuffle(self.order)
```

**Instead.**

```python
import keras
import numpy as np


class Rows(keras.utils.PyDataset):
    def __init__(self, x, y):
        super().__init__()
        self.x, self.y, self.order = x, y, np.arange(len(x))

    def __len__(self):
        return len(self.order) // 32

    def __getitem__(self, number):
        rows = self.order[number * 32 : (number + 1) * 32]
        return self.x[rows], self.y[rows]

    def on_epoch_end(self):
        np.random.shuffle(self.order)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, bases, called, names, targets_of, walk
from autograder.rules.looks.scopes import following_from, methods, owner
from autograder.rules.rule import Found, Level, Rule

_DRAWN = frozenset({"permutation", "permuted"})
_MIXES = _DRAWN | {"shuffle", "choice", "sample"}
_BASES = frozenset({"Sequence", "PyDataset", "object"})
_LENGTHS = frozenset({"shape", "size"})
_STEPS = frozenset({"train_on_batch", "GradientTape"})
_BY_NAME = ("getattr(", "vars(", "__dict__", "locals(")


def _look(text: Text) -> Found:
    """``np.random.shuffle(self.order)``, and ``self.x[i * 32 : (i + 1) * 32]``."""
    if not any(word in text.whole for word in _BY_NAME):
        yield from _in_classes(text)
        yield from _in_functions(text)


def _in_classes(text: Text) -> Found:
    everywhere: list[ast.AST] = [*text.all(ast.Attribute)]
    for kind in text.all(ast.ClassDef):
        item = next((method for method in methods(kind) if method.name == "__getitem__"), None)
        batches = item is not None or any(isinstance(node, ast.Yield) for node in walk(kind))
        for spelt, mixing in _mixed(kind) if batches and bases(kind) <= _BASES else ():
            method = owner(text, mixing)
            within = everywhere if "." in spelt else walk(method) if method else []
            if within and not _is_read(text, spelt, within):
                said = f"{spelt} is mixed in line {mixing.lineno}, and nothing takes rows by it"
                yield f"{said}: every epoch has the same batches.", _taken(item) or mixing


def _in_functions(text: Text) -> Found:
    inside = {id(part) for kind in text.all(ast.ClassDef) for part in methods(kind)}
    for function in text.all(ast.FunctionDef):
        inner = walk(function)
        steps = any(called(node) in _STEPS or isinstance(node, ast.Yield) for node in inner)
        for spelt, mixing in _mixed(function) if steps and id(function) not in inside else ():
            if "." not in spelt and not _is_read(text, spelt, inner):
                said = f"{spelt} is mixed here, and nothing takes rows by it"
                yield f"{said}: the rows stay in the order that they had.", mixing


def _mixed(scope: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """The one array of its own that a class or a function mixes, with where; none if it mixes several things."""
    calls = [node for node in walk(scope) if isinstance(node, ast.Call) and called(node) in _MIXES]
    if len(calls) != 1:
        return
    given = [one for one in walk(scope) if isinstance(one, ast.Assign)]
    stored = {ast.unparse(part): one for one in given for target in one.targets for part in targets_of(target)}
    call = calls[0]
    in_place = called(call) == "shuffle" and len(call.args) == 1
    kept = [spelt for spelt, one in stored.items() if one.value is call and called(call) in _DRAWN]
    spelt = ast.unparse(call.args[0]) if in_place else kept[0] if len(kept) == 1 else ""
    if spelt in stored and (spelt.isidentifier() or spelt.removeprefix("self.").isidentifier()):
        yield spelt, call


def _is_read(text: Text, spelt: str, within: list[ast.AST]) -> bool:
    """Whether something asks for more of an array than its length, and mixes it not only."""
    for node in within:
        same = isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load)
        last = spelt.rpartition(".")[2] if isinstance(node, ast.Attribute) else spelt
        if not same or (getattr(node, "attr", getattr(node, "id", "")) != last):
            continue
        user = text.parents.get(id(node))
        length = getattr(user, "attr", "") in _LENGTHS or called(user) == "len"
        if not length and called(user) not in {"shuffle", *_DRAWN}:
            return True
    return False


def _taken(item: ast.FunctionDef | None) -> ast.expr | None:
    """Where ``__getitem__`` takes the rows that its index tells."""
    if item is None or len(item.args.args) < 2:
        return None
    places = following_from(item, item.args.args[1].arg)
    cuts = [node for node in walk(item) if isinstance(node, ast.Subscript) and names(node.slice) & places]
    return min((cut for cut in cuts if "self." in ast.unparse(cut.value)), key=lambda cut: cut.lineno, default=None)


RULE = Rule(
    level=Level.WARNING,
    title="an order that is drawn and never used",
    instead="Take the rows by the mixed order: rows = self.order[start:end], and then self.x[rows].",
    text=_look,
    exact=True,
)
