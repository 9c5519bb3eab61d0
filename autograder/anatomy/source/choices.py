"""Rows that are chosen by a comparison of one of their columns: what is left in that column."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import Any

from autograder.anatomy.source.machine import Call
from autograder.anatomy.source.values import plain
from autograder.anatomy.training import Data, Kept

COMPARED = "comparison"
OF_ROWS = ("drop_duplicates", "sort_values", "query")
"""Methods of a table that leave its columns as they are."""
_AS_READ = frozenset({"dropna", "astype", "part", "rows", "head", "tail", "sample", "reset_index", "copy", "loc"})
_ENDS: dict[type[ast.AST], str] = {ast.GtE: "low", ast.LtE: "high"}


def is_one(index: Any) -> bool:
    """Whether an index says of each row whether it is taken."""
    return isinstance(index, Data) and index.origin == COMPARED and len(index.shape or ()) == 1


def bounded(kind: type[ast.cmpop], data: Data, end: Any) -> dict[str, Kept]:
    """``column >= 1``."""
    return _kept(data, **{_ENDS[kind]: end}) if kind in _ENDS else {}


def between(data: Data, name: str, call: Call) -> Data:
    """``column.between(1, 5)``, ``column.isin([1, 2, 3])``."""
    given = call.argument(0, "values")
    if name == "isin" and isinstance(given, Data) and given.origin == "numpy.arange" and not given.steps:
        ends = given.given.get("range", (None, None))
        return Data(COMPARED, shape=data.shape, given={"range": (0, 1), **_kept(data, *ends)}, source=call.place)
    listed = plain(given) if name == "isin" else ()
    numbers = listed if isinstance(listed, tuple) and all(type(value) is int for value in listed) else ()
    ends = (min(numbers), max(numbers)) if numbers else (call.argument(0, "left"), call.argument(1, "right"))
    whole = bool(numbers) or name == "between"
    kept = _kept(data, *ends) if whole and not call.open and "inclusive" not in call.keywords else {}
    return Data(COMPARED, shape=data.shape, given={"range": (0, 1), **kept}, source=call.place)


def asked(question: Any) -> Kept | None:
    """What ``table.query("1 <= stars <= 5")`` leaves in a column; None for any other question."""
    try:
        test = ast.parse(question if isinstance(question, str) else "", mode="eval").body
    except SyntaxError:
        return None
    parts = [test.left, *test.comparators] if isinstance(test, ast.Compare) else []
    ends = [part.value for part in parts[::2] if isinstance(part, ast.Constant) and type(part.value) is int]
    rising = isinstance(test, ast.Compare) and all(isinstance(kind, ast.LtE) for kind in test.ops)
    column = parts[1].id if len(parts) == 3 and isinstance(parts[1], ast.Name) else ""
    return Kept(column, *ends) if rising and column and len(ends) == 2 else None


def both(left: Data, right: Data) -> Data:
    """``(column >= 1) & (column <= 5)``."""
    found = [kept for side in (left, right) if isinstance(kept := side.given.get("kept"), Kept)]
    if len(found) == 2 and found[0].column == found[1].column:
        lows = [kept.low for kept in found if kept.low is not None]
        highs = [kept.high for kept in found if kept.high is not None]
        found = [Kept(found[0].column, max(lows, default=None), min(highs, default=None))]
    return replace(left, given={"range": (0, 1), **({"kept": found[0]} if found else {})})


def _kept(data: Data, low: Any = None, high: Any = None) -> dict[str, Kept]:
    """What a comparison of a column with numbers leaves in it; nothing if the column was calculated with before."""
    as_read = all(step.name in _AS_READ or step.what in OF_ROWS for step in data.steps)
    whole = all(end is None or type(end) is int for end in (low, high))
    return {"kept": Kept(data.part, low, high)} if isinstance(data.part, str) and as_read and whole else {}
