"""# A vocabulary without its last word

**What it sees.** An `Embedding` has as many rows as a `Tokenizer` knows words, or as there are in a table of the
program that numbers words or letters from 1 on, `{letter: i + 1 for i, letter in enumerate(letters)}`; or fewer than
the words that a `Tokenizer` or a `TextVectorization` is allowed to number; or it is given weights with another number
of rows or columns than it has.

**Why it hurts.** A `Tokenizer` numbers the words from 1, and so do many programs; 0 is kept for padding. The largest
number is therefore the number of words itself, one more than the last row of the table. On a processor Keras stops
when it meets that word; on a graphics card it goes on with zeros. Weights of another shape are refused.

**Example.**

```python
import keras
from keras.preprocessing.text import Tokenizer

tokenizer = Tokenizer()
tokenizer.fit_on_texts(texts)
words = len(tokenizer.word_index)
model = keras.Sequential([
    keras.layers.Embedding(words, 50),  # ← here
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
```

**Instead.**

```python
import keras

words = keras.layers.TextVectorization(output_sequence_length=100)
words.adapt(texts)
model = keras.Sequential([
    words,
    keras.layers.Embedding(words.vocabulary_size(), 50),
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source import Program
from autograder.anatomy.text import Text, argument_at, called, constant, keyword
from autograder.anatomy.training import WORD_COUNT
from autograder.anatomy.unknown import Unknown
from autograder.rules.looks.dataflow import traced
from autograder.rules.looks.numberings import (
    Numbering,
    are_distinct,
    are_moved,
    counted,
    is_changed,
    made_at,
    numberings,
)
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_SAID = "Words are numbered from 1 to len(word_index), so the last one has no row here: write len(…) + 1."
_WORDS = "word_index"
_NUMBER_OTHERWISE = frozenset({
    "index", "ord", "StringLookup", "TextVectorization", "LabelEncoder", "OrdinalEncoder", "searchsorted",
    "factorize",
})  # fmt: skip
_TABLES = frozenset({"zeros", "ones", "empty", "rand", "random", "normal", "uniform"})


def _look(text: Text) -> Found:
    """``Embedding(len(tokenizer.word_index), …)``: words are numbered from 1."""
    yield from _more_words(text)
    yield from _own_numbers(text)
    moved = _numbers_are_moved(text)
    for call in text.calls({"Embedding"}):
        size = text.resolved(keyword(call, "input_dim") or (call.args[0] if call.args else ast.Constant(None)))
        for table in _tables(text, call):
            yield from _other_rows(text, table, size, argument_at(call, 1, "output_dim"))
        counted = size.args[0] if isinstance(size, ast.Call) and called(size) == "len" and size.args else None
        counted = text.resolved(counted) if counted is not None else None
        if isinstance(counted, ast.Attribute) and counted.attr == _WORDS:
            maker = text.resolved(counted.value)
            every = isinstance(maker, ast.Call) and not maker.args and keyword(maker, "num_words", "nb_words") is None
            if every and called(maker) == "Tokenizer" and not moved:
                yield _SAID, call


def _own_numbers(text: Text) -> Found:
    """``{c: i + 1 for i, c in enumerate(chars)}`` and ``Embedding(len(chars), 64)``."""
    tables = [one for one in text.once(numberings) if one.first > 0]
    if not tables or any(True for _ in text.calls(_NUMBER_OTHERWISE)):
        return
    for call in text.calls({"Embedding"}):
        size = argument_at(call, 0, "input_dim")
        found = counted(text, size, call) if size is not None else None
        for table in tables if found is not None else ():
            if found is not None and found[1] < table.first and _counts(text, found, table):
                last = f"the last of them has number {_sum(ast.unparse(found[0]), table.first - 1)}"
                yield f"These are numbered from {table.first}, so {last}, and no row here.", call
                break


def _sum(of: str, plus: int) -> str:
    return f"len({of}) + {plus}" if plus else f"len({of})"


def _counts(text: Text, found: tuple[ast.expr, int, ast.AST], table: Numbering) -> bool:
    """Whether these are the words of a table, or what it numbers, and its numbers are used as they are."""
    made, user = made_at(text, found[0], found[2])
    if are_moved(text, table.table):
        return False
    if made is table.table:
        return not is_changed(text, made, table.user)
    listed, reader = made_at(text, table.listed, table.user) if table.listed is not None else (None, user)
    others = [one for one in text.once(numberings) if one.table is not table.table and one.listed is not None]
    again = any(made_at(text, one.listed, one.user)[0] is made for one in others if one.listed is not None)
    return made is listed and not again and are_distinct(text, made, reader) and not is_changed(text, made, made)


def _look_at_models(program: Program) -> Faults:
    """The same, where the number of the words came through functions, classes and properties."""
    if _WORDS not in program.text.whole or _numbers_are_moved(program.text):
        return
    for model in program.models:
        for position in model.anatomy.positions("embedding"):
            rows = model.anatomy.operations[position].settings.get("input_dim")
            place = model.locations[position]
            if isinstance(rows, Unknown) and rows.reason == WORD_COUNT and rows.plus < 1 and place is not None:
                yield Fault(_SAID, place)


def _numbers_are_moved(text: Text) -> bool:
    """``word_index["<pad>"] = 0``, ``np.array(tokenizer.texts_to_sequences(texts)) - 1``."""
    if re.search(rf"{_WORDS}(\[[^\]]*\] = |\.(update|setdefault)\()", text.whole):
        return True
    less = [node for node in text.all(ast.BinOp) if isinstance(node.op, ast.Sub) and constant(node.right) == 1]
    return any(called(part) == "texts_to_sequences" for node in less for part in traced(text, node.left, node))


def _more_words(text: Text) -> Found:
    """``Tokenizer(num_words=20000)`` and ``Embedding(10000, 16)``."""
    makers = [*text.calls({"TextVectorization"}), *text.calls({"Tokenizer"})]
    counts = [argument_at(call, 0, "max_tokens", "num_words") for call in makers]
    numbers = [None if given is None else _number(text, given) for given in counts]
    modes = [keyword(call, "output_mode") for call in makers]
    if not numbers or None in numbers or any(mode is not None and "int" not in ast.dump(mode) for mode in modes):
        return
    tables = list(text.calls({"Embedding"}))
    for call in tables if len(tables) == 1 else ():  # of several, one may number something else than words
        size = argument_at(call, 0, "input_dim")
        rows = None if size is None else _number(text, size)
        words = min(number for number in numbers if number is not None)
        if rows is not None and rows < words:
            yield f"The words are numbered up to {words - 1}, but the Embedding has {rows} rows.", call


def _tables(text: Text, embedding: ast.Call) -> Iterator[tuple[ast.expr, ast.Call]]:
    """The weights that an Embedding is given, each with the call that gives them."""
    given = keyword(embedding, "weights")
    if isinstance(given, ast.List) and given.elts:
        yield given.elts[0], embedding
    starts = keyword(embedding, "embeddings_initializer")
    if isinstance(starts, ast.Call) and called(starts) == "Constant" and starts.args:
        yield starts.args[0], embedding
    for call in text.calls({"set_weights"}):
        owner = getattr(call.func, "value", None)
        listed = argument_at(call, 0)
        if isinstance(owner, ast.Name) and text.resolved(owner) is embedding and isinstance(listed, ast.List):
            yield from ((table, call) for table in listed.elts[:1])


def _other_rows(text: Text, given: tuple[ast.expr, ast.Call], size: ast.expr, width: ast.expr | None) -> Found:
    """``Embedding(n, 100, weights=[np.zeros((n + 1, 100))])``."""
    table, call = text.resolved(given[0]), given[1]
    shape = _asked_shape(table) if isinstance(table, ast.Call) and called(table) in _TABLES else None
    if shape is None or len(shape) != 2:
        return
    rows, wanted = (ast.unparse(text.resolved(part)) for part in (shape[0], size))
    one_more = rows in {f"{wanted} + 1", f"1 + {wanted}"} or wanted in {f"{rows} + 1", f"1 + {rows}"}
    numbers = [_number(text, part) for part in (shape[0], size)]
    if one_more or (None not in numbers and numbers[0] != numbers[1]):
        rows, wanted = (ast.unparse(part) for part in (shape[0], size)) if not one_more else (rows, wanted)
        yield f"The weights have {rows} rows, but the Embedding has {wanted}.", call
        return
    columns = [_number(text, part) for part in (shape[1], width) if part is not None]
    if len(columns) == 2 and None not in columns and columns[0] != columns[1]:
        yield f"The weights have {columns[0]} columns, but the Embedding has {columns[1]}.", call


def _asked_shape(table: ast.Call) -> list[ast.expr] | None:
    """The shape in ``np.zeros((n, 100))``, ``np.random.normal(0, 1, (n, 100))`` and ``np.random.rand(n, 100)``."""
    if called(table) == "rand":
        return table.args
    given = keyword(table, "shape", "size") or next((one for one in table.args if isinstance(one, ast.Tuple)), None)
    return given.elts if isinstance(given, ast.Tuple) else None


def _number(text: Text, node: ast.expr) -> int | None:
    """A whole number, or a sum of them, under whatever names."""
    node = text.resolved(node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        left, right = _number(text, node.left), _number(text, node.right)
        sign = 1 if isinstance(node.op, ast.Add) else -1
        return None if left is None or right is None else left + sign * right
    value = node.value if isinstance(node, ast.Constant) else None
    return value if type(value) is int else None


RULE = Rule(
    level=Level.ERROR,
    title="a vocabulary without its last word",
    instead="Give the Embedding len(word_index) + 1 rows.",
    text=_look,
    program=_look_at_models,
)
