"""# One text in place of a list of texts

**What it sees.** `fit_on_texts`, `texts_to_sequences` or `texts_to_matrix` of a `Tokenizer` is given one string: what
was read from a file, a literal, words that were joined.

**Why it hurts.** The tokenizer goes through what it is given, and takes each item for a text. The items of a string
are its letters: it learns letters and no words, or makes a row of each letter. Nothing stops.

**Example.**

```python
from tensorflow.keras.preprocessing.text import Tokenizer

text = open("book.txt").read()
tokenizer = Tokenizer()
tokenizer.fit_on_texts(text)  # ← here
```

**Instead.**

```python
from tensorflow.keras.preprocessing.text import Tokenizer

text = open("book.txt").read()
tokenizer = Tokenizer()
tokenizer.fit_on_texts([text])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, keyword
from autograder.rules.rule import Found, Level, Rule

_DEEP = 5
_ONE_TEXT = frozenset({"read", "join", "lower", "upper", "strip", "replace", "decode", "translate", "read_text"})


def _look(text: Text) -> Found:
    """``tokenizer.fit_on_texts(file.read())``: a text in place of a list of them."""
    for call in text.calls({"fit_on_texts", "texts_to_sequences", "texts_to_matrix"}):
        owner = getattr(call.func, "value", None)
        made = text.resolved(owner) if owner is not None else None
        letters = keyword(made, "char_level") if isinstance(made, ast.Call) else None
        asked = letters is not None and getattr(letters, "value", None) is not False
        given = call.args[0] if len(call.args) == 1 else keyword(call, "texts")
        if given is not None and not asked and called(made) == "Tokenizer" and _is_text(text, given):
            said = "This is one text, which is read letter by letter, as if each were a text"
            yield f"{said}: give a list of texts.", given


def _is_text(text: Text, node: ast.expr, depth: int = 0) -> bool:
    """Whether a value surely is one text."""
    if isinstance(node, ast.Name):
        every = text.values.get(node.id, []) if text.is_sure(node.id) and depth < _DEEP else []
        others = [value for value in every if not _bends(value, node.id)]
        return bool(others) and all(_is_text(text, value, depth + 1) for value in others)
    if isinstance(node, ast.BinOp):
        added = isinstance(node.op, ast.Add)
        return added and (_is_text(text, node.left, depth + 1) or _is_text(text, node.right, depth + 1))
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Slice) and _is_text(text, node.value, depth + 1)
    if isinstance(node, ast.Call):
        return _gives_text(text, node, depth)
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _bends(value: ast.expr, name: str) -> bool:
    """Whether a text is made of the one before: ``text = text.lower()``."""
    owner = getattr(value.func, "value", None) if isinstance(value, ast.Call) else None
    return called(value) in _ONE_TEXT and isinstance(owner, ast.Name) and owner.id == name


def _gives_text(text: Text, node: ast.Call, depth: int) -> bool:
    """Whether a call gives one text: what a file holds, words that are joined, a text in other letters."""
    owner, name = node.func.value if isinstance(node.func, ast.Attribute) else None, called(node)
    if owner is None:
        return name == "str"
    if name in {"read", "read_text"}:
        return called(owner) in {"open", "Path"} or (isinstance(owner, ast.Name) and _is_file(text, owner.id))
    if name == "join":
        return isinstance(owner, ast.Constant) and isinstance(owner.value, str)
    return name in _ONE_TEXT and _is_text(text, owner, depth + 1)


def _is_file(text: Text, name: str) -> bool:
    """Whether a name holds an open file, here or in a ``with``."""
    opened = [item.context_expr for one in text.all(ast.With) for item in one.items
              if getattr(item.optional_vars, "id", "") == name]  # fmt: skip
    every = [*opened, *text.values.get(name, [])]
    return bool(every) and all(called(value) == "open" for value in every)


RULE = Rule(
    level=Level.ERROR,
    title="one text in place of a list of texts",
    instead="Give a list of texts: [text], or text.splitlines().",
    text=_look,
)
