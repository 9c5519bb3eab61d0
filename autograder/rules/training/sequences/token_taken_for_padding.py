"""# A token is taken for padding

**What it sees.** `Embedding(…, mask_zero=True)`, and a table made with `enumerate`, or with `range`, that numbers the
letters or words of its rows from 0, where what comes first is no padding.

**Why it hurts.** `mask_zero` hides number 0 from the layers behind, because it is what short rows are filled with.
The first letter has the same number, so it is hidden wherever it stands, and rows that differ in it alone are one.

**Example.**

```python
import keras

LETTERS = "ACGT"
number = {letter: i for i, letter in enumerate(LETTERS)}  # ← here
x = keras.utils.pad_sequences([[number[letter] for letter in row] for row in rows], padding="post")
model = keras.Sequential([
    keras.layers.Embedding(5, 8, mask_zero=True),
    keras.layers.LSTM(16),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

LETTERS = "ACGT"
number = {letter: i for i, letter in enumerate(LETTERS, start=1)}
x = keras.utils.pad_sequences([[number[letter] for letter in row] for row in rows], padding="post")
model = keras.Sequential([
    keras.layers.Embedding(5, 8, mask_zero=True),
    keras.layers.LSTM(16),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, argument_at, called, keyword
from autograder.rules.looks.dataflow import traced
from autograder.rules.rule import Found, Level, Rule

_PADS = re.compile(r"pad|mask|blank|empty|^$|^[\s_*#~^0.-]$", re.I)
_LISTS = frozenset({"list", "sorted", "set", "unique", "Counter", "most_common", "keys"})
_LETTERS = ("ascii_lowercase", "ascii_uppercase", "ascii_letters", "printable", "digits")


def _look(text: Text) -> Found:
    """``{letter: i for i, letter in enumerate(letters)}`` for the rows of an ``Embedding(…, mask_zero=True)``."""
    if "mask_zero=True" not in text.whole:
        return
    embeddings = [one for one in text.calls({"Embedding"}) if getattr(keyword(one, "mask_zero"), "value", 0) is True]
    if not embeddings or any(True for _ in text.calls({"TextVectorization", "StringLookup", "Tokenizer"})):
        return
    fits = [fit for fit in text.calls({"fit"}) if argument_at(fit, 0, "x") is not None]
    for fit in fits[:1] if len(list(text.calls({"Embedding"}))) == 1 else ():
        rows, answers = argument_at(fit, 0, "x"), argument_at(fit, 1, "y")
        parts = list(traced(text, rows, rows, 14)) if rows is not None else []
        if any(_moves_up(part) for part in parts):
            return
        asked = _asked_for(parts)
        tables = {name: text.resolved(ast.Name(name)) for name in sorted(asked)}
        if any(_keeps_zero(table) for table in tables.values()):
            return
        labels = _asked_for(list(traced(text, answers, answers, 14))) if answers is not None else set()
        for name, table in tables.items():
            first = "" if name in labels and len(asked) > 1 else _first_of_table(text, table)
            if first and not _gets_more(text, name):
                said = f"{name} numbers from 0, so {first} has number 0, which mask_zero takes for padding"
                yield f"{said}: the layers behind never see it.", table


def _keeps_zero(table: ast.expr) -> bool:
    """``{"<pad>": 0, "<unk>": 1}``, which may get more words later."""
    pairs = zip(table.keys, table.values, strict=True) if isinstance(table, ast.Dict) else ()
    return any(
        getattr(number, "value", None) == 0 and _PADS.search(str(getattr(key, "value", ""))) for key, number in pairs
    )


def _moves_up(part: ast.AST) -> bool:
    """A sum with a number, as in ``to_id[letter] + 1``."""
    sides = (part.left, part.right) if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add) else ()
    return any(isinstance(side, ast.Constant) and type(side.value) is int for side in sides)


def _asked_for(parts: list[ast.AST]) -> set[str]:
    """The tables that are asked for the number of something."""
    asked = {getattr(part.value, "id", "") for part in parts if isinstance(part, ast.Subscript)}
    gets = [part.func for part in parts if isinstance(part, ast.Call) and called(part) == "get"]
    gets += [part.args[0] for part in parts if isinstance(part, ast.Call) and called(part) == "map" and part.args]
    return asked | {getattr(getattr(one, "value", one), "id", "") for one in gets}


def _gets_more(text: Text, name: str) -> bool:
    """Whether a table is changed after it was made."""
    changed = [one.targets[0] for one in text.all(ast.Assign)] + [one.target for one in text.all(ast.AugAssign)]
    stored = any(isinstance(one, ast.Subscript) and getattr(one.value, "id", "") == name for one in changed)
    return stored or f"{name}.update(" in text.whole or f"{name}.pop(" in text.whole


def _first_of_table(text: Text, table: ast.expr) -> str:
    """What has number 0 in a table of numbers; empty if that is the padding, or not known."""
    counted: ast.expr | None = None
    if isinstance(table, ast.DictComp) and len(table.generators) == 1:
        rounds = table.generators[0]
        target = rounds.target.elts[0] if isinstance(rounds.target, ast.Tuple) and rounds.target.elts else None
        counts = called(rounds.iter) == "enumerate" and isinstance(rounds.iter, ast.Call) and not rounds.iter.keywords
        same = target is not None and ast.unparse(target) == ast.unparse(table.value) and not rounds.ifs
        if counts and same and isinstance(rounds.iter, ast.Call) and len(rounds.iter.args) == 1:
            counted = rounds.iter.args[0]
    zipped = table.args[0] if called(table) == "dict" and isinstance(table, ast.Call) and table.args else None
    if called(zipped) == "zip" and isinstance(zipped, ast.Call) and len(zipped.args) == 2:
        second = zipped.args[1]
        counted = zipped.args[0] if called(second) == "range" and len(getattr(second, "args", ())) == 1 else None
    return _first(text, counted) if counted is not None else ""


def _first(text: Text, node: ast.expr, depth: int = 0) -> str:
    """The first of an alphabet or a list of words, if it is surely no padding."""
    node = text.resolved(node)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 1:
        return "" if _PADS.search(node.value[0]) else repr(node.value[0])
    if isinstance(node, ast.List | ast.Tuple) and node.elts:
        value = getattr(node.elts[0], "value", None)
        return repr(value) if isinstance(value, str) and not _PADS.search(value) else ""
    if isinstance(node, ast.Attribute) and node.attr in _LETTERS:
        return "the first letter"
    if isinstance(node, ast.SetComp):
        return "the first of them"
    if not isinstance(node, ast.Call) or called(node) not in _LISTS or depth > 4:
        return ""
    inner = node.args[0] if node.args and called(node) != "most_common" else None
    written = isinstance(text.resolved(inner), ast.List | ast.Tuple | ast.Constant) if inner is not None else False
    return _first(text, inner, depth + 1) if written and inner is not None else "the first of them"


RULE = Rule(
    level=Level.ERROR,
    title="a token is taken for padding",
    instead="Number the tokens from 1, keep 0 for the padding, and give the Embedding one row more.",
    text=_look,
)
