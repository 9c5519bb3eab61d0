"""# Weights of other classes

**What it sees.** A `class_weight` whose weights were computed in the order in which the classes appear (`unique` of
pandas, `Counter`), from the most frequent to the rarest (`value_counts`), or in that of a `set`, and that were then
numbered 0, 1, 2, … by `enumerate` or `range`. Also weights of classes or rows that grow with the shares or the counts
of the classes, instead of falling with them, wherever they are computed: in a function, a loop or a data set.

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
from autograder.rules.looks.dataflow import result_of
from autograder.rules.looks.frequencies import GROWS, Weights, option, weights_given
from autograder.rules.rule import Found, Level, Rule

_WRAPS = frozenset({"list", "array", "asarray", "tolist", "to_list", "values", "to_numpy", "keys", "items"})
_WORDS = ("class_weight", "sample_weight", "bincount", "value_counts", "Counter(", "return_counts")
_OWN_ORDER = ("factorize", "return_index")
_SAID = {
    "unique": "in the order in which the classes appear",
    "value_counts": "from the most frequent class to the rarest",
    "set": "in an order of their own",
    "Counter": "in the order in which the classes appear",
}


def _look(text: Text) -> Found:
    """What is given to ``fit`` as ``class_weight``."""
    if not any(word in text.whole for word in _WORDS):
        return
    seen: set[int] = set()
    grow = Weights(text)
    for fit in text.calls({"fit", "fit_generator", "train_on_batch"}):
        given = option(text, fit, "class_weight")
        named, made = _made(text, given) if given is not None else (None, None)
        if made is None or id(made) in seen:
            continue
        seen.add(id(made))
        made, at = _filled(text, named, made)
        order = _counted(text, made)
        if (
            order is not None
            and not any(word in text.whole for word in _OWN_ORDER)
            and not _numbers(text, order[1], made)
        ):
            said = f"The weights stand {_SAID[order[0]]}, and get the numbers 0, 1, 2, … in this order"
            yield f"{said}: classes get the weights of others.", at
        elif given is not None and grow.of(given, fit) == GROWS:
            said = "Each class is weighted by how frequent it is"
            yield f"{said}: the rare ones, which are to count more, count less.", at
    yield from _of_rows(text)


def _of_rows(text: Text) -> Found:
    """``sample_weight=shares[y]``, and weights that stand third in a data set."""
    grow = Weights(text, rows=True)
    for given in weights_given(text):
        if grow.of(given, given) == GROWS:
            said = "Each row is weighted by how frequent its class is"
            yield f"{said}: the rare ones, which are to count more, count less.", text.resolved(given)


def _made(text: Text, given: ast.expr) -> tuple[ast.expr, ast.expr]:
    """The name of weights and what they are, also where a function of the author's gives them."""
    made = text.resolved(given)
    end, _ = result_of(text.functions.get(called(made)), made)
    return (given, made) if end is None else (end, text.resolved(end))


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


RULE = Rule(
    level=Level.ERROR,
    title="weights of other classes",
    instead="Compute the weights for np.unique(y), the sorted numbers, as the number of rows divided by each count.",
    text=_look,
)
