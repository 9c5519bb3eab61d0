"""What a program says in words: its comments, its strings that stand alone, and the text of its notebook."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, constant
from autograder.rules.looks.scopes import written

_COMMENT = re.compile(r"(?m)(?:^|\s)#(.*)$")
_SENTENCE = re.compile(r"\.\s|\n\s*\n|[;!?]")
_NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.]\d)")


def prose(text: Text) -> Iterator[str]:
    """The pieces of prose of a program."""
    yield from _COMMENT.findall(written(text))
    yield from (told for one in text.all(ast.Expr) if isinstance(told := constant(one.value), str))
    try:
        cells = json.loads(text.file)["cells"] if text.file.lstrip().startswith("{") else []
    except (ValueError, KeyError, TypeError):
        cells = []
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict) and cell.get("cell_type") == "markdown":
            source = cell.get("source", "")
            yield "".join(map(str, source)) if isinstance(source, list) else str(source)


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
