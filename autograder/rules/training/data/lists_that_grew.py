"""# Lists that grew, for arrays

**What it sees.** A list that a loop fills, or a comprehension, goes to `fit`, `evaluate` or `predict` as it is, or
through `shuffle` or `train_test_split`, which make lists of lists. Or a generator yields such a list for a batch,
or lists of lists go there as an array with `dtype=object`.

**Why it hurts.** A list means one array for each input of the model. Keras takes each item for such an array, and
stops: there are too many of them, and they have different numbers of rows. An array of objects holds lists and no
numbers, and Keras stops with *Invalid dtype*.

**Example.**

```python
import keras

images, labels = [], []
for path in paths:
    images.append(keras.utils.img_to_array(keras.utils.load_img(path)))
    labels.append(path.parent.name == "cats")
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(images, labels)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

images, labels = [], []
for path in paths:
    images.append(keras.utils.img_to_array(keras.utils.load_img(path)))
    labels.append(path.parent.name == "cats")
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(np.array(images), np.array(labels))
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, first_of, keyword, names, targets_of, walk
from autograder.rules.looks.dataflow import result_of
from autograder.rules.looks.networks import is_network
from autograder.rules.looks.words import FED
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """Lists that grow in a loop and are never made arrays, given to a model."""
    yield from _yielded(text)
    grown = set(_grown(text))
    if text.older or any(
        len(names(part)) > 1 or names(part) & grown for call in text.calls({"Model"}) for part in _inputs(text, call)
    ):
        return
    for call in text.calls(FED):
        if not _to_network(text, call):
            continue
        given = [*call.args[:2], *(part for key in ("x", "y") if (part := keyword(call, key)))]
        pair = keyword(call, "validation_data")
        given += pair.elts if isinstance(pair, ast.Tuple) else []
        met = [node.id for node in given if isinstance(node, ast.Name) and node.id in grown]
        if met:
            what, kind = " and ".join(dict.fromkeys(met)), "is a list" if len(set(met)) == 1 else "are lists"
            yield f"{what} {kind}, and fit, evaluate and predict take arrays.", call
        for name in (node.id for node in given if isinstance(node, ast.Name) and node.id not in grown):
            made = _of_objects(text, name)
            if made is not None:
                said = f"{name} is an array of lists, which Keras takes for no numbers"
                yield f"{said}: bring them to one length with pad_sequences.", made


def _yielded(text: Text) -> Found:
    """A generator whose batches are lists of rows: ``x.append(row)`` in a loop, then ``yield x, y``."""
    several = any(
        len(getattr(part, "elts", ())) > 1 for call in text.calls({"Model"}) for part in _inputs(text, call)
    )
    for call in text.calls(FED | {"fit_generator"}):
        given = argument_at(call, 0, "x", "generator")
        maker = text.functions.get(called(text.resolved(given))) if given is not None else None
        for node in walk(maker) if maker is not None else ():
            batch = first_of(node.value) if isinstance(node, ast.Yield) and node.value is not None else None
            if maker is not None and isinstance(batch, ast.Name):
                rows = _appended(maker, batch.id)
                pairs = bool(rows) and all(
                    isinstance(row, ast.List | ast.Tuple) and len(row.elts) > 1 for row in rows
                )
                if rows and (pairs or not several):
                    said = f"{batch.id} is a list of rows, which Keras takes for one array for each input"
                    yield f"{said}: make arrays of the batch before the yield.", batch


def _appended(function: ast.FunctionDef, name: str) -> list[ast.expr]:
    """What a loop of a function appends to a list, if the variable never holds anything but that list."""
    every = [pair for one in walk(function) if isinstance(one, ast.Assign) for pair in _given_in(one)]
    given = [value for target, value in every if _id(target) == name]
    appends = [node for node in walk(function) if isinstance(node, ast.Call) and called(node) == "append"]
    own = [call for call in appends if _id(getattr(call.func, "value", None)) == name and call.args]
    empty = bool(given) and all(isinstance(value, ast.List) and not value.elts for value in given)
    return [call.args[0] for call in own] if empty else []


def _given_in(one: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each variable of an assignment with what it is given."""
    for target in one.targets:
        parts, values = targets_of(target), targets_of(one.value)
        yield from zip(parts, values if len(values) == len(parts) else [one.value] * len(parts), strict=True)


def _id(node: ast.AST | None) -> str:
    return getattr(node, "id", "")


def _of_objects(text: Text, name: str) -> ast.expr | None:
    """``np.array(lists, dtype=object)``, if a variable is given nothing else but its own rows in another order."""
    values = text.values.get(name, []) if text.is_sure(name) else []
    made = [value for value in values if isinstance(value, ast.Call) and called(value) in {"array", "asarray"}]
    others = [value for value in values if value not in made and (not isinstance(value, ast.List) or value.elts)]
    mixed = all(isinstance(value, ast.Subscript) and getattr(value.value, "id", "") == name for value in others)
    if len(made) != 1 or not mixed or not made[0].args:
        return None
    kind = keyword(made[0], "dtype")
    objects = kind is not None and ast.unparse(kind).strip("'\"").rpartition(".")[2] in {"object", "object_"}
    return made[0] if objects and _holds_lists(text, made[0].args[0]) else None


def _holds_lists(text: Text, node: ast.expr) -> bool:
    """Whether each element of a list is a list itself."""
    if isinstance(node, ast.ListComp):
        return isinstance(node.elt, ast.List | ast.ListComp)
    name = getattr(node, "id", None)
    appends = [one for one in text.calls({"append"}) if getattr(getattr(one.func, "value", None), "id", "") == name]
    grown = [call.args[0] for call in appends if call.args]
    return called(node) == "texts_to_sequences" or (
        bool(grown) and all(isinstance(one, ast.List | ast.ListComp) for one in grown)
    )


def _inputs(text: Text, call: ast.Call) -> list[ast.expr]:
    given = argument_at(call, 0, "inputs", "input")
    return [given, text.resolved(given)] if given is not None else []


def _to_network(text: Text, call: ast.Call) -> bool:
    owner = getattr(call.func, "value", None)
    if isinstance(owner, ast.Attribute):
        given = [one.value for one in text.all(ast.Assign) if ast.unparse(one.targets[0]) == ast.unparse(owner)]
        return bool(given) and all(called(value) in {"Sequential", "Model"} for value in given)
    return isinstance(owner, ast.Name) and is_network(text, owner, call)


def _grown(text: Text) -> Iterator[str]:
    """Names that only ever hold a list that a loop fills, or a comprehension, also one that a function gives."""
    returned = list(_returned(text))
    own = set(_filled(text, [name for name, given in returned if name == given]))
    yield from own
    for name, given in returned:
        if given in own and text.is_sure(name) and len(text.values.get(name, ())) == 1:
            yield name


def _returned(text: Text) -> Iterator[tuple[str, str]]:
    """The variables that get what a function of the author's returns, each with the variable of the function."""
    for statement in text.all(ast.Assign):
        value, _ = result_of(text.functions.get(called(statement.value)), statement)
        if value is None:
            continue
        pair = [part.elts if isinstance(part, ast.Tuple) else [part] for part in (statement.targets[0], value)]
        if len(pair[0]) == len(pair[1]):
            for target, part in zip(*pair, strict=True):
                if isinstance(target, ast.Name) and isinstance(part, ast.Name):
                    yield target.id, part.id


def _filled(text: Text, handed_on: list[str]) -> Iterator[str]:
    """The same of one function, where some names get what another one of the same name holds."""
    appended = {
        name
        for loop in (*text.all(ast.For), *text.all(ast.While))
        for node in walk(loop)
        if called(node) == "append" and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        for name in ([node.func.value.id] if isinstance(node.func.value, ast.Name) else [])
    }
    mixed = dict(_mixed_again(text))
    mixing = [one for one in text.all(ast.Assign) if called(one.value) in {"shuffle", "train_test_split"}]
    renewed = handed_on + [name for one in mixing for target in one.targets for name in names(target)]
    for name, given in text.values.items():
        plain = [value for value in given if not isinstance(value, ast.Constant)]
        values = plain if len(given) - len(plain) <= renewed.count(name) else given
        empty = all(isinstance(value, ast.List) and not value.elts for value in values)
        if not text.is_sure(name) or not values:
            continue
        if (empty and name in appended) or all(isinstance(value, ast.ListComp) for value in values):
            yield name
            yield from mixed.get(name, ())


def _mixed_again(text: Text) -> Iterator[tuple[str, list[str]]]:
    """Lists that a function of scikit-learn makes new lists of: ``a, b = shuffle(a, b)``, ``train_test_split(a, b)``.

    Each with the names that the new ones get, if these get nothing else.
    """
    for statement in text.all(ast.Assign):
        value, target = statement.value, statement.targets[0]
        each = {"shuffle": 1, "train_test_split": 2}.get(called(value), 0)
        if not each or not isinstance(value, ast.Call) or not isinstance(target, ast.Tuple):
            continue
        if len(target.elts) != each * len(value.args) or not all(isinstance(part, ast.Name) for part in target.elts):
            continue
        for number, part in enumerate(value.args):
            made = [getattr(name, "id", "") for name in target.elts[number * each : (number + 1) * each]]
            if isinstance(part, ast.Name):
                yield part.id, [name for name in made if text.is_sure(name) and len(text.values[name]) == 1]


RULE = Rule(
    level=Level.ERROR,
    title="lists that grew, for arrays",
    instead="Make an array of numbers of the full list; lists of unlike lengths need pad_sequences first.",
    text=_look,
)
