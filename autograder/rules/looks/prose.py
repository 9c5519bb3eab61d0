"""What a program says in words: its comments, its strings that stand alone, and the text of its notebook."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, constant
from autograder.rules.looks.scopes import written

_COMMENT = re.compile(r"(?m)(?:^|\s)#(.*)$")
_SENTENCE = re.compile(r"\.\s|\n\s*\n|[;!?]")
_SHAPE = re.compile(r"\(\s*(-?\w+(?:\s*,\s*-?\w+){1,3})\s*\)")
_GIVEN = re.compile(r"\s*(?:\w+\.)*(\w+)(?:\s*:[^=]*)?\s*=[^=]")
_WORD = re.compile(r"[^\W\d]\w*")
_NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.]\d)")


class ToldShape(NamedTuple):
    """The sizes that words give of an array, and the words before them, with what the line of code gives a value."""

    names: frozenset[str]
    sizes: tuple[str, ...]


def prose(text: Text) -> Iterator[str]:
    """The pieces of prose of a program."""
    yield from _COMMENT.findall(written(text))
    yield from _apart(text)


def _apart(text: Text) -> Iterator[str]:
    """What stands apart from the code: strings, and the text of a notebook."""
    yield from (told for one in text.all(ast.Expr) if isinstance(told := constant(one.value), str))
    try:
        cells = json.loads(text.file)["cells"] if text.file.lstrip().startswith("{") else []
    except (ValueError, KeyError, TypeError):
        cells = []
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict) and cell.get("cell_type") == "markdown":
            source = cell.get("source", "")
            yield "".join(map(str, source)) if isinstance(source, list) else str(source)


def told_shapes(text: Text) -> Iterator[ToldShape]:
    """The shapes that words give: ``data (n_trials, 22, 1000)``, ``x = load(path)  # (n, 22, 1000)``."""
    lines = [("", line) for piece in _apart(text) for line in piece.splitlines()]
    lines += [
        (code, words) for line in written(text).splitlines() for code, _, words in [line.partition("#")] if words
    ]
    for code, words in lines:
        given = _GIVEN.match(code)
        for found in _SHAPE.finditer(words) if "reshape" not in code else ():
            names = {*_WORD.findall(words[: found.start()]), *([given[1]] if given else [])}
            yield ToldShape(frozenset(names), tuple(one.strip().lower() for one in found[1].split(",")))


def listed_from_one(text: Text, column: str) -> int:
    """The last of the numbers that a sentence lists for a column, such as "grade 1 is low, 2 medium, 3 high".

    0 if no sentence does, or any speaks of a number 0 of it.
    """
    last_word = re.split(r"[_\s]", column.lower())[-1]
    called_so = "|".join(re.escape(word) for word in {column.lower(), last_word} if len(word) > 3)
    every = [one.lower() for told in prose(text) for one in _SENTENCE.split(told)]
    if not called_so or any(re.search(rf"\b(?:{called_so})s?\W{{0,3}}0\b", one) for one in every):
        return 0
    for one in every:
        numbers = [int(number) for number in _NUMBER.findall(one)]
        begins = re.search(rf"\b(?:{called_so})s?\W{{0,3}}1\b", one)
        if begins and len(numbers) > 2 and numbers == [*range(1, len(numbers) + 1)]:
            return len(numbers)
    return 0
