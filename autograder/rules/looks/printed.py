"""What a program prints: each value with the words behind it, also in f-strings, ``format`` and ``%``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, called, constant

_PLACE = re.compile(r"\{[^{}]*\}|%[-+# 0]*\d*(?:\.\d+)?[dfegsr]")
_FIRST = re.compile(r"\s*([^\W\d_]+|[€$£])")


class Printed(NamedTuple):
    """A value, the words behind it, all words of its sentence, and the node that prints the sentence."""

    value: ast.expr
    behind: str
    whole: str
    sentence: ast.expr

    @property
    def unit(self) -> str:
        """The first word behind the value, in small letters."""
        found = _FIRST.match(self.behind)
        return found[1].lower() if found else ""


def printed(text: Text) -> Iterator[Printed]:
    """The values that stand in sentences of a program."""
    for made in text.all(ast.JoinedStr):
        if called(text.parents.get(id(made))) != "print":
            yield from _sentence(made, made.values)
    for call in text.all(ast.Call):
        if called(call) == "print":
            yield from _sentence(call, [part for one in call.args for part in getattr(one, "values", [one])])
        told = constant(getattr(call.func, "value", None)) if called(call) == "format" else None
        if isinstance(told, str) and not call.keywords:
            yield from _filled(call, told, call.args)
        first = constant(call.args[0]) if len(call.args) > 1 else None
        if isinstance(first, str) and called(call) in {"info", "warning", "debug"}:
            yield from _filled(call, first, call.args[1:])
    for part in text.all(ast.BinOp):
        told = constant(part.left) if isinstance(part.op, ast.Mod) else None
        if isinstance(told, str):
            yield from _filled(part, told, part.right.elts if isinstance(part.right, ast.Tuple) else [part.right])


def _sentence(made: ast.expr, parts: list[ast.expr]) -> Iterator[Printed]:
    whole = " ".join(str(constant(part)) for part in parts if isinstance(part, ast.Constant))
    for at, part in enumerate(parts):
        value = part.value if isinstance(part, ast.FormattedValue) else part
        if not isinstance(value, ast.Constant):
            behind = constant(parts[at + 1]) if at + 1 < len(parts) else None
            yield Printed(value, behind if isinstance(behind, str) else "", whole, made)


def _filled(made: ast.expr, told: str, values: list[ast.expr]) -> Iterator[Printed]:
    """The values that go into the places of a sentence, if these are as many."""
    words = _PLACE.split(told)
    if len(words) == len(values) + 1:
        for value, behind in zip(values, words[1:], strict=True):
            yield Printed(value, behind, " ".join(words), made)
