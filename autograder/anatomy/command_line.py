"""The options of a command line: under which name a program reads each, and what it is if nobody sets it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from autograder.anatomy.text import called, constant, keyword

_OPTIONS = frozenset({"add_argument", "option"})


def name_of(spelt: Sequence[Any], given: Any = None) -> str:
    """The name under which ``add_argument("-r", "--learning-rate")`` is read, unless it is given one."""
    said = [one for one in spelt if isinstance(one, str)]
    long = next((one for one in said if one.startswith("--")), said[0] if said else "")
    return given if isinstance(given, str) else long.lstrip("-").replace("-", "_")


def defaults(calls: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    """The name and the default of each option: of ``add_argument("--rate", default=0.5)``, of ``@click.option`` with
    the same, and of ``DEFINE_float("rate", 0.5, "…")``."""
    for call in calls:
        if not isinstance(call, ast.Call):
            continue
        if called(call) in _OPTIONS and (default := keyword(call, "default")) is not None:
            yield name_of([constant(one) for one in call.args], constant(keyword(call, "dest"))), default
        elif called(call).startswith("DEFINE_") and len(call.args) > 1:
            yield name_of([constant(call.args[0])]), call.args[1]
