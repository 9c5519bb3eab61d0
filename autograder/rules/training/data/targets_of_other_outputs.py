"""# Targets of other outputs

**What it sees.** A model with several outputs whose names say what they are, and `fit` or `evaluate` that is given
targets in another order, or under the keys of other outputs, also where a function, a method, a data set or a
generator gives them; or answers of `predict` that are unpacked, or taken out by their numbers, in another order. It
compares the names of the outputs with those of the variables and columns that the targets come from, and speaks only
if each target belongs to just one output.

**Why it hurts.** Targets in a list go to the outputs by their place. If the shapes fit, nothing stops: each output
learns what another one should, with a loss that does not suit it.

**Example.**

```python
import keras

inputs = keras.Input((16,))
hidden = keras.layers.Dense(32, activation="relu")(inputs)
age = keras.layers.Dense(1, name="age")(hidden)
smoker = keras.layers.Dense(1, activation="sigmoid", name="smoker")(hidden)
model = keras.Model(inputs, [age, smoker])
model.compile(loss=["mae", "binary_crossentropy"], optimizer="adam")
model.fit(x, [table["smoker"], table["age"]], epochs=10)  # ← here
```

**Instead.**

```python
import keras

inputs = keras.Input((16,))
hidden = keras.layers.Dense(32, activation="relu")(inputs)
age = keras.layers.Dense(1, name="age")(hidden)
smoker = keras.layers.Dense(1, activation="sigmoid", name="smoker")(hidden)
model = keras.Model(inputs, [age, smoker])
model.compile(loss=["mae", "binary_crossentropy"], optimizer="adam")
model.fit(x, [table["age"], table["smoker"]], epochs=10)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import (
    Text,
    argument_at,
    bases,
    bound,
    called,
    constant,
    keyword,
    names,
    targets_of,
    walk,
)
from autograder.rules.looks.dataflow import behind, named, only_end, written_down
from autograder.rules.looks.objects import from_method
from autograder.rules.looks.pairs import pairs
from autograder.rules.looks.scopes import last_name, methods
from autograder.rules.rule import Found, Level, Rule

_EMPTY = frozenset({
    "out", "output", "outputs", "pred", "preds", "head", "branch", "x", "y", "train", "test", "val", "valid", "tr",
    "te", "va", "true", "logits", "labels", "label", "target", "targets", "np", "numpy", "pd", "df", "data", "loss",
    "prob", "probs", "hat", "model", "layer", "dense", "p", "meta", "table", "values", "arr", "main", "aux", "the",
    "of",
})  # fmt: skip
_WORD = re.compile(r"[a-z]+")
_DEEP = 6
_AXES = 2
_TRAIN = frozenset({"fit", "fit_generator", "evaluate", "train_on_batch", "test_on_batch"})
_ANSWERS = frozenset({"predict", "predict_on_batch"})


def _look(text: Text) -> Found:
    """Targets, or answers, in another order than the outputs of a model."""
    outputs = list(_outputs(text))
    if len(outputs) != 1:
        return
    words = outputs[0]
    met = set()
    for fit in text.calls(_TRAIN):
        for pair in pairs(text, fit):
            made, user = _made(text, pair.answers, pair.user)
            if id(made) not in met:
                met.add(id(made))
                yield from _listed(text, words, made, user)
                yield from _keyed(text, made, user)
    yield from _unpacked(words, text)
    yield from _taken_out(words, text)


def _made(text: Text, node: ast.expr, user: ast.AST) -> tuple[ast.expr, ast.AST]:
    """Where targets are written down, also in a method of the author's; and who reads them."""
    for _ in range(_DEEP):
        node, user = written_down(text, node, user)
        found = from_method(text, node, user)
        if found is None:
            break
        node, user = found
    return node, user


def _unpacked(words: list[set[str]], text: Text) -> Found:
    """``gender, age = model.predict(x)`` of a model that gives age and gender."""
    for one in text.all(ast.Assign):
        target = one.targets[0]
        if isinstance(target, ast.Tuple) and called(one.value) in _ANSWERS:
            given = [_words_of(ast.unparse(part)) for part in target.elts]
            if (swap := _swapped(words, given)) is not None:
                said = f"The model gives {_shown(words)}, in this order"
                yield f"{said}, and {ast.unparse(target.elts[swap])} gets the answer of another one.", target


def _taken_out(words: list[set[str]], text: Text) -> Found:
    """``answers = model.predict(x)``, and then ``gender = answers[0]``."""
    taken: dict[int, dict[int, list[ast.expr]]] = {}
    for one in text.all(ast.Assign):
        targets, values = targets_of(one.targets[0]), targets_of(one.value)
        for target, value in zip(targets, values, strict=False) if len(targets) == len(values) else ():
            index = constant(value.slice) if isinstance(value, ast.Subscript) else None
            held = getattr(value, "value", None)
            answers = text.latest(held.id, one)[0] if isinstance(held, ast.Name) else None
            if type(index) is int and called(answers) in _ANSWERS:
                taken.setdefault(id(answers), {}).setdefault(index, []).append(target)
    for places in taken.values():
        if sorted(places) == list(range(len(words))) and all(len(targets) == 1 for targets in places.values()):
            named = [places[at][0] for at in sorted(places)]
            swap = _swapped(words, [_words_of(last_name(target)) for target in named])
            if swap is not None:
                said = f"The model gives {_shown(words)}, in this order"
                yield f"{said}, and {ast.unparse(named[swap])} gets the answer of another one.", named[swap]


def _outputs(text: Text) -> Iterator[list[set[str]]]:
    """For each model with several outputs in a list, the words that name them."""
    for call in text.calls({"Model"}):
        given = argument_at(call, 1, "outputs")
        given = text.resolved(given) if given is not None else None
        if isinstance(given, ast.List | ast.Tuple) and len(given.elts) > 1:
            yield [_output_words(text, part, call) for part in given.elts]
        elif isinstance(given, ast.ListComp) and len(given.generators) == 1:
            yield _each_named(text, given)
    for kind in text.all(ast.ClassDef):
        end = only_end(next((one for one in methods(kind) if one.name == "call"), None))
        parts = end.value.elts if end is not None and isinstance(end.value, ast.Tuple | ast.List) else []
        if "Model" in bases(kind) and len(parts) > 1:
            yield [_words_of(last_name(getattr(part, "func", part))) for part in parts]


def _output_words(text: Text, part: ast.expr, user: ast.AST) -> set[str]:
    """The words of the name of the layer that gives an output; of the variable, if the layer has none."""
    name = constant(_layer_name(text, named(text, part, user)[0]))
    if isinstance(name, str):
        return _words_of(name)
    return _words_of(part.id) if isinstance(part, ast.Name) else set()


def _layer_name(text: Text, made: ast.expr) -> ast.expr | None:
    """The name of the layer that gives a tensor, also where a function of the author's is told it."""
    layer = text.resolved(made.func) if isinstance(made, ast.Call) else None
    if isinstance(layer, ast.Call):
        return keyword(layer, "name")
    function = text.functions.get(called(made))
    end = only_end(function)
    name = _layer_name(text, end.value) if function and end and isinstance(end.value, ast.Call) else None
    given = bound(function, made) if function and isinstance(made, ast.Call) else {}
    return given.get(name.id) if isinstance(name, ast.Name) else name


def _each_named(text: Text, listed: ast.ListComp) -> list[set[str]]:
    """The words of the outputs in ``[head(x, name) for name in ("age", "gender")]``."""
    loop, name = listed.generators[0], _layer_name(text, listed.elt)
    every = getattr(text.resolved(loop.iter), "elts", [])
    plain = isinstance(name, ast.Name) and ast.unparse(loop.target) == name.id and not loop.ifs
    return [_words_of(str(constant(one) or "")) for one in every] if plain else []


def _words_of(name: str) -> set[str]:
    return set(_WORD.findall(re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower())) - _EMPTY


def _words(text: Text, node: ast.expr, user: ast.AST, depth: int = 0, seen: set[int] | None = None) -> set[str]:
    """The words of the variables and columns that a target is made of; each value is ``seen`` once."""
    if column := _column(text, node, user):
        return _words_of(column)
    found: set[str] = set()
    seen = set() if seen is None else seen
    for part in walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            found |= _words_of(part.value)
        elif isinstance(part, ast.Attribute):
            found |= _words_of(part.attr)
    for name in names(node):
        found |= _words_of(name)
        for given, where in behind(text, name, user) if depth < _DEEP else ():
            if not isinstance(given, ast.Constant) and id(given) not in seen:
                seen.add(id(given))
                found |= _words(text, given, where, depth + 1, seen)
    return found


def _column(text: Text, node: ast.expr, user: ast.AST) -> str:
    """The name of a column of ``y[:, 0]``, where ``y = table[["price", "fast"]].values``; empty if not known."""
    index = node.slice if isinstance(node, ast.Subscript) else None
    at = constant(index.elts[-1]) if isinstance(index, ast.Tuple) and len(index.elts) == _AXES else None
    if not isinstance(node, ast.Subscript) or type(at) is not int:
        return ""
    made, _ = _made(text, node.value, user)
    while getattr(made, "attr", "") == "values" or called(made) in {"to_numpy", "astype"}:
        made = getattr(getattr(made, "func", made), "value", made)
    listed = text.resolved(made.slice) if isinstance(made, ast.Subscript) else None
    every = [constant(one) for one in listed.elts] if isinstance(listed, ast.List) else []
    return every[at] if -len(every) <= at < len(every) and isinstance(every[at], str) else ""


def _listed(text: Text, outputs: list[set[str]], targets: ast.expr | None, user: ast.AST) -> Found:
    """``fit(x, [gender, age])`` of a model with the outputs age and gender."""
    if isinstance(targets, ast.ListComp):
        given, spelt = _for_each(text, targets, user)
    elif isinstance(targets, ast.List | ast.Tuple):
        given, spelt = [_words(text, part, user) for part in targets.elts], [*map(ast.unparse, targets.elts)]
    else:
        return
    swap = _swapped(outputs, given)
    if swap is not None:
        said = f"The outputs of the model are {_shown(outputs)}, in this order"
        yield f"{said}, and target number {swap + 1} is {spelt[swap]}.", targets


def _for_each(text: Text, made: ast.ListComp, user: ast.AST) -> tuple[list[set[str]], list[str]]:
    """The words of each of ``[table[name].values for name in ("age", "gender")]``, and its name."""
    loop = made.generators[0]
    every = [constant(one) for one in getattr(text.resolved(loop.iter), "elts", [])]
    plain = len(made.generators) == 1 and isinstance(loop.target, ast.Name) and not loop.ifs
    if not plain or not all(isinstance(one, str) for one in every):
        return [], []
    own = _words(text, made.elt, user) - _words_of(ast.unparse(loop.target))
    return [own | _words_of(one) for one in every], every


def _keyed(text: Text, targets: ast.expr | None, user: ast.AST) -> Found:
    """``fit(x, {"age": gender, "gender": age})``."""
    given = _entries(text, targets, user)
    swap = _swapped([_words_of(key) for key, _ in given], [_words(text, part, part) for _, part in given])
    if swap is not None and targets is not None:
        key, part = given[swap]
        yield f"{ast.unparse(part)} is given to {key!r}, and belongs to another output.", targets


def _entries(text: Text, made: ast.expr | None, user: ast.AST) -> list[tuple[str, ast.expr]]:
    """What stands in a dictionary that is written down, or filled under each key once; nothing for any other."""
    if isinstance(made, ast.Call) and called(made) == "dict" and not made.args:
        return [(one.arg or "", one.value) for one in made.keywords]
    if not isinstance(made, ast.Dict) or not all(isinstance(constant(key), str) for key in made.keys):
        return []
    name = last_name(user.targets[0]) if isinstance(user, ast.Assign) and user.value is made else ""
    filled = [
        (str(constant(one.targets[0].slice)), one.value) for one in text.all(ast.Assign)
        if isinstance(one.targets[0], ast.Subscript) and last_name(one.targets[0].value) == name != ""
        and text.function_of(one) == text.function_of(user)
    ]  # fmt: skip
    given = [*zip(map(str, map(constant, made.keys)), made.values, strict=True), *filled]
    return given if len({key for key, _ in given}) == len(given) else []


def _swapped(outputs: list[set[str]], given: list[set[str]]) -> int | None:
    """The first target that belongs to another output, if each belongs to just one and not all to their own."""
    if len(outputs) != len(given) or not all(outputs):
        return None
    own = [[number for number, words in enumerate(outputs) if _alike(words, mine)] for mine in given]
    order = [numbers[0] for numbers in own if len(numbers) == 1]
    if sorted(order) != list(range(len(outputs))) or order == sorted(order):
        return None
    return next(place for place, number in enumerate(order) if place != number)


def _alike(words: set[str], others: set[str]) -> bool:
    """Whether one of the words is among the others, or begins as one of them: gen, gender."""
    return any(_same(word, other) for word in words for other in others)


def _same(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) > 2 and long.startswith(short))


def _shown(outputs: list[set[str]]) -> str:
    return ", ".join(" ".join(sorted(words)) for words in outputs)


RULE = Rule(
    level=Level.ERROR,
    title="targets of other outputs",
    instead="Give the targets in the order of the outputs, or in a dictionary under the names of their layers.",
    text=_look,
)
