"""# Words numbered otherwise

**What it sees.** A model that was trained on the numbers of `imdb.load_data()` or `reuters.load_data()`, and is asked
about words that were numbered with `get_word_index()` as it is.

**Why it hurts.** `load_data` adds 3 to each number, because 0 is the padding, 1 the start and 2 an unknown word.
`get_word_index` does not. Each word of the question is read as another one, three places more frequent, so the
answers mean nothing.

**Example.**

```python
import keras

(x, y), _ = keras.datasets.imdb.load_data(num_words=10000)
x = keras.utils.pad_sequences(x, 200)
model = keras.Sequential([
    keras.layers.Embedding(10000, 16),
    keras.layers.GRU(16),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=3)
index = keras.datasets.imdb.get_word_index()
review = [index.get(word, 2) for word in "a good film".split()]  # ← here
print(model.predict(keras.utils.pad_sequences([review], 200)))
```

**Instead.**

```python
import keras

(x, y), _ = keras.datasets.imdb.load_data(num_words=10000)
x = keras.utils.pad_sequences(x, 200)
model = keras.Sequential([
    keras.layers.Embedding(10000, 16),
    keras.layers.GRU(16),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=3)
index = keras.datasets.imdb.get_word_index()
review = [1] + [index.get(word, -1) + 3 for word in "a good film".split()]
print(model.predict(keras.utils.pad_sequences([review], 200)))
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, names
from autograder.rules.rule import Found, Level, Rule

_SETS = ("imdb", "reuters")
_SHIFTS = ("index_from", "offset", "shift")


def _look(text: Text) -> Found:
    """``word_index[word]`` for ``predict``, where ``load_data`` has moved all numbers by 3."""
    loads = [call for call in text.calls({"load_data"}) if any(name in ast.unparse(call.func) for name in _SETS)]
    loads += [call for call in text.calls({"load_data"}) if isinstance(call.func, ast.Name)]
    tables = _tables(text)
    asks = any(True for _ in text.calls({"predict"}))
    if not loads or not asks or any(one.arg in {None, "index_from"} for call in loads for one in call.keywords):
        return
    if _is_moved(text, tables):
        return
    for node in _looked_up(text, tables):
        said = "load_data has moved the numbers of get_word_index by 3, for padding, start and unknown words"
        yield f"{said}, and these are not moved: the model reads other words.", node
        return


def _tables(text: Text) -> set[str]:
    """The variables that hold a word index as it is."""
    return {
        getattr(one.targets[0], "id", "")
        for one in text.all(ast.Assign)
        if called(one.value) == "get_word_index" and any(name in text.whole for name in _SETS)
    } - {""}


def _is_moved(text: Text, tables: set[str]) -> bool:
    """Whether anything may move the numbers: a sum with 3 or a variable for it, or another table of that name."""
    if any(len(text.values.get(name, ())) != 1 for name in tables):
        return True
    for node in text.all(ast.BinOp):
        sides = [text.resolved(part) for part in (node.left, node.right)]
        number = any(isinstance(part, ast.Constant) and part.value in (2, 3, 4) for part in sides)
        named = any(word in ast.unparse(part).lower() for part in (node.left, node.right) for word in _SHIFTS)
        if isinstance(node.op, ast.Add) and (number or named):
            return True
    moved = [node for node in text.all(ast.AugAssign) if isinstance(node.op, ast.Add)]
    return any(getattr(text.resolved(node.value), "value", None) == 3 for node in moved)


def _looked_up(text: Text, tables: set[str]) -> Iterator[ast.expr]:
    """Where the number of a word is looked up and used as it is."""
    handed = {
        name: one.value
        for one in text.all(ast.Assign)
        if isinstance(one.targets[0], ast.Name) and _lookup(one.value, tables)
        for name in names(one.targets[0])
    }
    for call in text.calls({"append"}):
        given = call.args[0] if len(call.args) == 1 else None
        if given is not None and _lookup(given, tables):
            yield given
        elif isinstance(given, ast.Name) and given.id in handed:
            yield handed[given.id]
    listed = [(one.elt, one.generators) for one in text.all(ast.ListComp)]
    listed += [(one.elt, one.generators) for one in text.all(ast.GeneratorExp)]
    for element, generators in listed:
        chosen = element.body if isinstance(element, ast.IfExp) else element
        inner = {name for rounds in generators for name in names(rounds.target)}
        if _lookup(chosen, tables) and names(chosen) & inner:
            yield chosen


def _lookup(node: ast.expr, tables: set[str]) -> bool:
    """``word_index[word]``, ``word_index.get(word, 2)``, but not the lookup of a number."""
    if isinstance(node, ast.IfExp):
        return _lookup(node.body, tables) or _lookup(node.orelse, tables)
    if isinstance(node, ast.Subscript):
        return getattr(node.value, "id", "") in tables
    owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
    return called(node) == "get" and getattr(owner, "id", "") in tables


RULE = Rule(
    level=Level.ERROR,
    title="words numbered otherwise",
    instead="Add 3 to each number of get_word_index, put a 1 before the first, and give 2 to words without a number.",
    text=_look,
)
