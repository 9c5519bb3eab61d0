"""# Numbers from a set

**What it sees.** Words, characters or classes are numbered in the order of a `set`, and a model or its weights are
loaded from a file that no training before in this session can have written: there is none, or it is in the other
branch of an `if`.

**Why it hurts.** Python draws the order of the texts in a set anew in each session. The model that was saved has
learned other numbers than the ones that it is given after loading: it answers nonsense, without any error.

**Example.**

```python
import keras

text = open("names.txt").read()
number = {letter: at for at, letter in enumerate(set(text))}  # ← here
model = keras.models.load_model("names.keras")
answers = model.predict([[number[letter] for letter in "anna"]])
```

**Instead.**

```python
import keras

text = open("names.txt").read()
number = {letter: at for at, letter in enumerate(sorted(set(text)))}
model = keras.models.load_model("names.keras")
answers = model.predict([[number[letter] for letter in "anna"]])
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, constant, names
from autograder.rules.looks import branches
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.objects import given_once
from autograder.rules.rule import Found, Level, Rule

_LOADS = frozenset({"load_model", "load_weights"})
_TRAINS = frozenset({"fit", "fit_generator", "train_on_batch", "apply_gradients"})
_WRAPPED = 6  # list(tuple(set(words))), and not without an end: words = list(words)
_KEEPS = ("dump(", "np.save", "savetxt", "to_json", "to_pickle", "PYTHONHASHSEED")
_LISTS = frozenset({"list", "tuple", "array", "asarray"})
_JOINS = frozenset({"union", "difference", "intersection"})
_COUNTS = frozenset({"range", "count", "arange"})
_NUMBERS = re.compile(r"\bint\b|range\(|\by(_\w+)?\b|ids?\b|Id\b|numbers?\b|years?\b|digits?\b", re.ASCII)


def _look(text: Text) -> Found:
    """``enumerate(set(words))``, and ``load_model`` in another session."""
    if any(word in text.whole for word in _KEEPS) or not _loads_in_another_session(text):
        return
    for listed, node in _numbered(text):
        if _is_set(text, listed, node):
            yield "A set of texts has another order in each session, and the loaded model another numbering.", node


def _loads_in_another_session(text: Text) -> bool:
    """Whether a model comes from a file, and no training before it in this session may have written that."""
    fits = list(text.calls(_TRAINS))
    return any(not any(branches.may_follow(text, load, fit) for fit in fits) for load in text.calls(_LOADS))


def _numbered(text: Text) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is numbered in its order, and where: by ``enumerate``, ``zip`` with a range, ``index``, or one by one."""
    for call in text.calls({"enumerate", "zip", "index"}):
        counted = called(call) == "zip" and any(called(part) in _COUNTS for part in call.args)
        if called(call) == "enumerate" or counted:
            yield from ((part, call) for part in call.args[: 2 if counted else 1])
        elif called(call) == "index" and isinstance(call.func, ast.Attribute) and len(call.args) == 1:
            yield call.func.value, call
    for loop in text.all(ast.For):
        grown = [one for one in loop.body if isinstance(one, ast.AugAssign) and constant(one.value) == 1]
        counters = {name for one in grown for name in names(one.target)}
        for one in (part for part in loop.body if isinstance(part, ast.Assign)):
            target = one.targets[0]
            by_item = isinstance(target, ast.Subscript) and names(target.slice) == names(loop.target)
            if by_item and (called(one.value) == "len" or getattr(one.value, "id", "") in counters):
                yield loop.iter, loop.iter


def _is_set(text: Text, node: ast.expr, user: ast.AST) -> bool:
    """Whether the order is that of a set of texts: nothing sorts it, nor does it hold numbers."""
    for _ in range(_WRAPPED):
        if f"{ast.unparse(node)}.sort(" in text.whole:
            return False
        made = _held(text, node, user)
        if isinstance(made, ast.ListComp):
            node, user = made.generators[0].iter, made
        elif isinstance(made, ast.Call) and called(made) in _LISTS and len(made.args) == 1:
            node, user = made.args[0], made
        else:
            return _makes_set(made) and not _NUMBERS.search(ast.unparse(made))
    return False


def _held(text: Text, node: ast.expr, user: ast.AST) -> ast.expr:
    """What a variable holds, or an attribute that is given once."""
    return unfolded(text, node, user) if not isinstance(node, ast.Attribute) else given_once(text, node, user) or node


def _makes_set(made: ast.expr) -> bool:
    """``set(a)``, ``{word for word in a}``, ``set(a) | set(b)``, ``set(a).union(b)``."""
    if isinstance(made, ast.BinOp) and isinstance(made.op, ast.BitOr | ast.BitAnd | ast.Sub):
        return _makes_set(made.left)
    owner = made.func.value if isinstance(made, ast.Call) and isinstance(made.func, ast.Attribute) else None
    if called(made) in _JOINS and owner is not None:
        return _makes_set(owner)
    return isinstance(made, ast.Set | ast.SetComp) or (called(made) == "set" and owner is None)


RULE = Rule(
    level=Level.ERROR,
    title="numbers from a set",
    instead="Sort the set before it is numbered, or save the numbers beside the model.",
    text=_look,
)
