"""# Targets of other outputs

**What it sees.** A model with several outputs whose names say what they are, and `fit` or `evaluate` that is given
targets in another order, or under the keys of other outputs, also where a function, a data set or a generator gives
them; or answers of `predict` that are unpacked in another order. It compares the names of the outputs with those of
the variables and columns that the targets come from, and speaks only if each target belongs to just one output.

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

from autograder.anatomy.text import Text, argument_at, bound, called, constant, keyword, names, walk
from autograder.rules.looks.dataflow import behind, only_end, written_down
from autograder.rules.looks.pairs import pairs
from autograder.rules.rule import Found, Level, Rule

_EMPTY = frozenset({
    "out", "output", "outputs", "pred", "preds", "head", "branch", "x", "y", "train", "test", "val", "valid", "tr",
    "te", "va", "true", "logits", "labels", "label", "target", "targets", "np", "numpy", "pd", "df", "data", "loss",
    "prob", "probs", "hat", "model", "layer", "dense", "p", "meta", "table", "values", "arr", "main", "aux", "the",
    "of",
})  # fmt: skip
_WORD = re.compile(r"[a-z]+")
_DEEP = 6


def _look(text: Text) -> Found:
    """Targets, or answers, in another order than the outputs of a model."""
    outputs = list(_outputs(text))
    if len(outputs) != 1:
        return
    words = outputs[0]
    met = set()
    for fit in text.calls({"fit", "fit_generator", "evaluate"}):
        for pair in pairs(text, fit):
            made, user = written_down(text, pair.answers, pair.user)
            if id(made) not in met:
                met.add(id(made))
                yield from _listed(text, words, made, user)
                yield from _keyed(text, made, user)
    for one in text.all(ast.Assign):
        target = one.targets[0]
        if isinstance(target, ast.Tuple) and called(one.value) == "predict":
            given = [_words_of(ast.unparse(part)) for part in target.elts]
            if (swap := _swapped(words, given)) is not None:
                said = f"The model gives {_shown(words)}, in this order"
                yield f"{said}, and {ast.unparse(target.elts[swap])} gets the answer of another one.", target


def _outputs(text: Text) -> Iterator[list[set[str]]]:
    """For each model with several outputs in a list, the words that name them."""
    for call in text.calls({"Model"}):
        given = argument_at(call, 1, "outputs")
        given = text.resolved(given) if given is not None else None
        if isinstance(given, ast.List | ast.Tuple) and len(given.elts) > 1:
            yield [_output_words(text, part) for part in given.elts]
        elif isinstance(given, ast.ListComp) and len(given.generators) == 1:
            yield _each_named(text, given)


def _output_words(text: Text, part: ast.expr) -> set[str]:
    """The words of the name of the layer that gives an output; of the variable, if the layer has none."""
    name = constant(_layer_name(text, text.resolved(part)))
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


def _listed(text: Text, outputs: list[set[str]], targets: ast.expr | None, user: ast.AST) -> Found:
    """``fit(x, [gender, age])`` of a model with the outputs age and gender."""
    if not isinstance(targets, ast.List | ast.Tuple):
        return
    given = [_words(text, part, user) for part in targets.elts]
    swap = _swapped(outputs, given)
    if swap is not None:
        said = f"The outputs of the model are {_shown(outputs)}, in this order"
        yield f"{said}, and target number {swap + 1} is {ast.unparse(targets.elts[swap])}.", targets


def _keyed(text: Text, targets: ast.expr | None, user: ast.AST) -> Found:
    """``fit(x, {"age": gender, "gender": age})``."""
    if not isinstance(targets, ast.Dict) or not all(isinstance(key, ast.Constant) for key in targets.keys):
        return
    keys = [_words_of(str(getattr(key, "value", ""))) for key in targets.keys]
    swap = _swapped(keys, [_words(text, part, user) for part in targets.values])
    if swap is not None:
        said = f"{ast.unparse(targets.values[swap])} is given to {ast.unparse(targets.keys[swap] or targets)}"
        yield f"{said}, and belongs to another output.", targets


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
