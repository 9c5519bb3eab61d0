"""# Weights of other classes

**What it sees.** A `class_weight` whose weights were computed in the order in which the classes appear (`unique` of
pandas, `Counter`), from the most frequent to the rarest (`value_counts`), or in that of a `set`, and that were then
numbered 0, 1, 2, … by `enumerate` or `range`. Also weights of classes or rows that are the shares or the counts of
the classes, instead of one divided by them.

**Why it hurts.** `fit` finds the weight of a class by its number, and encoders number the sorted classes. In another
order a class gets the weight of another one: the rare class may count least. Nothing stops, and the loss falls.

**Example.**

```python
import keras
from sklearn.preprocessing import LabelEncoder
from sklearn.utils.class_weight import compute_class_weight

y = LabelEncoder().fit_transform(table["kind"])
weights = compute_class_weight("balanced", classes=table["kind"].unique(), y=table["kind"])
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(4, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, class_weight=dict(enumerate(weights)))  # ← here
```

**Instead.**

```python
import keras
import numpy as np
from sklearn.preprocessing import LabelEncoder
from sklearn.utils.class_weight import compute_class_weight

y = LabelEncoder().fit_transform(table["kind"])
weights = compute_class_weight("balanced", classes=np.unique(y), y=y)
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(4, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, class_weight=dict(enumerate(weights)))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, keyword, names, walk
from autograder.rules.rule import Found, Level, Rule

_WRAPS = frozenset({"list", "array", "asarray", "tolist", "to_list", "values", "to_numpy", "keys", "items"})
_PLAIN = frozenset({"float", "int", "round", "float32", "float64"})
_KEEP_COUNTS = frozenset({"dict", "to_dict", "sort_index", "astype", "most_common"})
_DEEP = 6
_OWN_ORDER = ("factorize", "return_index")
_SAID = {
    "unique": "in the order in which the classes appear",
    "value_counts": "from the most frequent class to the rarest",
    "set": "in an order of their own",
    "Counter": "in the order in which the classes appear",
}


def _look(text: Text) -> Found:
    """What is given to ``fit`` as ``class_weight``."""
    if "class_weight" not in text.whole and "sample_weight" not in text.whole:
        return
    seen: set[int] = set()
    for fit in text.calls({"fit"}):
        given = keyword(fit, "class_weight")
        made = _made(text, given) if given is not None else None
        if made is None or id(made) in seen:
            continue
        seen.add(id(made))
        made, at = _filled(text, given, made)
        order = _counted(text, made)
        if (
            order is not None
            and not any(word in text.whole for word in _OWN_ORDER)
            and not _numbers(text, order[1], made)
        ):
            said = f"The weights stand {_SAID[order[0]]}, and get the numbers 0, 1, 2, … in this order"
            yield f"{said}: classes get the weights of others.", at
        elif _frequencies(text, made):
            said = "Each class is weighted by how frequent it is"
            yield f"{said}: the rare ones, which are to count more, count less.", at
    for fit in text.calls({"fit"}):
        given = keyword(fit, "sample_weight")
        rows = text.resolved(given) if given is not None else None
        if isinstance(rows, ast.Subscript) and names(rows.slice) and _are_frequencies(text, rows.value):
            said = "Each row is weighted by how frequent its class is"
            yield f"{said}: the rare ones, which are to count more, count less.", rows


def _made(text: Text, given: ast.expr) -> ast.expr:
    """What a weight is, also where a function of the author's gives it."""
    made = text.resolved(given)
    function = text.functions.get(called(made))
    ends = [one.value for one in walk(function) if isinstance(one, ast.Return)] if function else []
    return text.resolved(ends[0]) if len(ends) == 1 and ends[0] is not None else made


def _filled(text: Text, given: ast.expr | None, made: ast.expr) -> tuple[ast.expr, ast.expr]:
    """``for i, n in enumerate(counts): weights[i] = total / n`` as if it were a comprehension, and its place."""
    if not isinstance(given, ast.Name) or ast.unparse(made) not in {"{}", "dict()"}:
        return made, made
    for loop in text.all(ast.For):
        for one in loop.body:
            target = one.targets[0] if isinstance(one, ast.Assign) else None
            if (
                isinstance(one, ast.Assign)
                and isinstance(target, ast.Subscript)
                and ast.unparse(target.value) == given.id
            ):
                rounds = ast.comprehension(loop.target, loop.iter, [], 0)
                return ast.DictComp(target.slice, one.value, [rounds]), one.value
    return made, made


def _counted(text: Text, made: ast.expr) -> tuple[str, ast.expr] | None:
    """The order of what is numbered by ``enumerate`` or ``range``, if it is not that of the sorted classes."""
    if isinstance(made, ast.DictComp):
        return _enumerated(text, made)
    pairs = made.args[0] if called(made) == "dict" and isinstance(made, ast.Call) and made.args else None
    pairs = text.resolved(pairs) if pairs is not None else None
    if not isinstance(pairs, ast.Call):
        return None
    if called(pairs) == "enumerate" and len(pairs.args) == 1:
        return _order(text, pairs.args[0])
    first = text.resolved(pairs.args[0]) if called(pairs) == "zip" and len(pairs.args) == 2 else None
    if called(first) in {"range", "arange"}:
        return _order(text, pairs.args[1])
    return None


def _enumerated(text: Text, made: ast.DictComp) -> tuple[str, ast.expr] | None:
    """``{i: total / n for i, n in enumerate(counts)}``, ``{i: weights[i] for i in range(n)}``."""
    rounds, key = made.generators[0], made.key
    if (
        called(rounds.iter) == "enumerate"
        and isinstance(rounds.iter, ast.Call)
        and isinstance(rounds.target, ast.Tuple)
    ):
        counted = ast.unparse(rounds.target.elts[0]) == ast.unparse(key)
        again = any(
            isinstance(node, ast.Subscript) and names(node.slice) & names(rounds.target) for node in walk(made.value)
        )
        return _order(text, argument_at(rounds.iter, 0, "iterable")) if counted and not again else None
    if called(rounds.iter) == "range" and ast.unparse(rounds.target) == ast.unparse(key):
        taken = made.value
        if isinstance(taken, ast.Subscript) and ast.unparse(taken.slice) == ast.unparse(key):
            found = _order(text, taken.value)
            return found if found is not None and _is_weights(text, taken.value) else None
    return None


def _is_weights(text: Text, node: ast.expr) -> bool:
    """Whether this is an array of weights, which are taken by place, and no table, which finds its labels."""
    return called(text.resolved(node)) == "compute_class_weight"


def _order(text: Text, node: ast.expr | None, depth: int = 0) -> tuple[str, ast.expr] | None:
    """In which order weights, counts or classes stand, with what tells it; None if sorted, or not known."""
    node = text.resolved(node) if node is not None else None
    if node is None or depth > 10:
        return None
    if isinstance(node, ast.BinOp):
        return _order(text, node.left, depth + 1) or _order(text, node.right, depth + 1)
    if isinstance(node, ast.Attribute) and node.attr in {"values", "index"}:
        return _order(text, node.value, depth + 1)
    if called(node) == "compute_class_weight" and isinstance(node, ast.Call):
        return _order(text, argument_at(node, 1, "classes"), depth + 1)
    return _order_of_call(text, node, depth) if isinstance(node, ast.Call) else None


def _order_of_call(text: Text, call: ast.Call, depth: int) -> tuple[str, ast.expr] | None:
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    library = getattr(owner, "id", "")
    appears = called(call) == "unique" and library not in {"np", "numpy", "tf", "ops"}
    luck = "binary" in text.whole.lower()  # of two classes the frequent one is nearly always number 0
    counts = called(call) == "value_counts" and keyword(call, "sort") is None and not luck
    if appears or counts or called(call) == "set" or (called(call) == "Counter" and call.args):
        return called(call), call
    if called(call) not in _WRAPS:
        return None
    method = owner is not None and library not in {"np", "numpy"}
    return _order(text, owner if method else argument_at(call, 0), depth + 1)


def _numbers(text: Text, order: ast.expr, made: ast.expr) -> bool:
    """Whether the program numbers its classes in this order itself."""
    spelt = {ast.unparse(order)} | {name for name, values in text.values.items() if order in values}
    if any(f"{name}.index(" in text.whole for name in spelt):
        return True
    own = {id(node) for node in walk(made)}
    numbering = {"enumerate", "Categorical", "OrdinalEncoder", "StringLookup", "CategoricalDtype"}
    for call in text.calls(numbering):
        given = [*call.args, *(part.value for part in call.keywords)]
        if id(call) not in own and any(ast.unparse(part) in spelt for part in given):
            return True
    return False


def _frequencies(text: Text, made: ast.expr) -> bool:
    """``{i: n / total for i, n in enumerate(np.bincount(y))}``: how frequent each class is, as its weight."""
    if isinstance(made, ast.Dict):
        pairs = [(key, value) for key, value in zip(made.keys, made.values, strict=True) if key is not None]
        each = len(pairs) > 1 and all(_is_frequency(text, value, key, {}) for key, value in pairs)
        return each or _shares_by_name(text, made)
    if isinstance(made, ast.DictComp):
        rounds = made.generators[0]
        turned = any(word in ast.unparse(rounds.iter) for word in ("::-1", "reversed("))
        return (
            len(made.generators) == 1 and not turned and _is_frequency(text, made.value, made.key, _entries(rounds))
        )
    if not isinstance(made, ast.Call) or called(made) not in {"dict", "to_dict"}:
        return False
    owner = made.func.value if isinstance(made.func, ast.Attribute) else None
    inner = owner or (made.args[0] if made.args else None)
    inner = text.resolved(inner) if inner is not None else None
    if called(inner) in {"enumerate", "zip"} and isinstance(inner, ast.Call) and inner.args:
        inner = inner.args[-1]
    return inner is not None and _are_frequencies(text, inner)


def _entries(rounds: ast.comprehension) -> dict[str, ast.expr]:
    """The variables of a loop that hold one entry of something, with what they are taken from."""
    target, over = rounds.target, rounds.iter
    if not isinstance(target, ast.Tuple) or len(target.elts) != 2 or not isinstance(over, ast.Call):
        return {}
    if called(over) == "items" and isinstance(over.func, ast.Attribute):
        taken: ast.expr | None = over.func.value
    else:
        taken = over.args[-1] if called(over) in {"enumerate", "zip"} and over.args else None
    return {ast.unparse(target.elts[1]): taken} if taken is not None else {}


def _is_frequency(text: Text, value: ast.expr, key: ast.expr, entries: dict[str, ast.expr]) -> bool:
    """Whether a weight is the count of its class, or its share."""
    if called(value) in _PLAIN and isinstance(value, ast.Call) and value.args:
        value = value.args[0]
    if isinstance(value, ast.BinOp):
        same = not names(value.right) & (names(key) | set(entries))
        return isinstance(value.op, ast.Div) and same and _is_frequency(text, value.left, key, entries)
    if isinstance(value, ast.Subscript):
        return ast.unparse(value.slice) == ast.unparse(key) and _are_frequencies(text, value.value)
    if isinstance(value, ast.Name) and value.id in entries:
        return _are_frequencies(text, entries[value.id])
    counted = value if isinstance(value, ast.Call) and called(value) in {"sum", "mean", "count_nonzero"} else None
    tests = [node for node in walk(counted) if isinstance(node, ast.Compare)] if counted is not None else []
    ours = [
        test
        for test in tests
        if isinstance(test.ops[0], ast.Eq) and ast.unparse(test.comparators[0]) == ast.unparse(key)
    ]
    return bool(ours) and len(tests) == 1 and not any(isinstance(node, ast.BinOp) for node in walk(value))


def _are_frequencies(text: Text, node: ast.expr, depth: int = 0) -> bool:
    """Whether an array holds the counts of the classes, or their shares."""
    name = node.id if isinstance(node, ast.Name) else ""
    node = text.resolved(node)
    if depth > _DEEP or (name and name in _counted_by_unique(text)):
        return depth <= _DEEP
    if isinstance(node, ast.BinOp):
        shares = isinstance(node.op, ast.Div) and not isinstance(node.left, ast.Constant)
        return shares and _are_frequencies(text, node.left, depth + 1) and not _are_frequencies(text, node.right)
    if isinstance(node, ast.Subscript) and called(node.value) == "unique":
        return getattr(node.slice, "value", None) == 1 and "return_counts" in ast.unparse(node.value)
    if isinstance(node, ast.Call) and called(node) in {"bincount", "value_counts", "Counter"}:
        return keyword(node, "weights") is None
    inner = _before(node)
    return inner is not None and _are_frequencies(text, inner, depth + 1)


def _before(node: ast.expr) -> ast.expr | None:
    """What an array of counts was before it got another form."""
    if isinstance(node, ast.Attribute) and node.attr in _WRAPS:
        return node.value
    if not isinstance(node, ast.Call) or called(node) not in _WRAPS | _KEEP_COUNTS:
        return None
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    return argument_at(node, 0) if owner is None or getattr(owner, "id", "") in {"np", "numpy"} else owner


def _counted_by_unique(text: Text) -> set[str]:
    """The counts of ``classes, counts = np.unique(y, return_counts=True)``."""
    return {
        ast.unparse(one.targets[0].elts[1])
        for one in text.all(ast.Assign)
        if isinstance(one.targets[0], ast.Tuple) and len(one.targets[0].elts) == 2
        and called(one.value) == "unique" and "return_counts=True" in ast.unparse(one.value)
    }  # fmt: skip


def _shares_by_name(text: Text, made: ast.Dict) -> bool:
    """``negative, positive = np.bincount(y)`` and ``{0: negative / total, 1: positive / total}``."""
    keys = [key.value if isinstance(key, ast.Constant) else None for key in made.keys]
    shares = [value for value in made.values if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div)]
    if keys != list(range(len(made.values))) or len(shares) < max(2, len(made.values)):
        return False
    wanted = [ast.unparse(share.left) for share in shares]
    counted = [
        [ast.unparse(part) for part in one.targets[0].elts]
        for one in text.all(ast.Assign)
        if isinstance(one.targets[0], ast.Tuple) and called(one.value) == "bincount"
    ]
    totals = {ast.unparse(text.resolved(share.right)) for share in shares}
    sums = {" + ".join(order) for order in (wanted, wanted[::-1])}
    return wanted in counted and all(_is_total(text, share) or totals <= sums for share in shares)


def _is_total(text: Text, share: ast.expr) -> bool:
    """Whether counts are divided by the number of all rows."""
    total = text.resolved(share.right) if isinstance(share, ast.BinOp) else share
    return called(total) in {"len", "sum"} or (isinstance(total, ast.Attribute) and total.attr == "size")


RULE = Rule(
    level=Level.ERROR,
    title="weights of other classes",
    instead="Compute the weights for np.unique(y), the sorted numbers, as the number of rows divided by each count.",
    text=_look,
)
