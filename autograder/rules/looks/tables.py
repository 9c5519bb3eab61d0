"""Tables that are given to a model whole, or nearly, with one of their columns for the answers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text, called, constant, keyword
from autograder.anatomy.training import COLUMN, Data, Fit, Step
from autograder.anatomy.unknown import Place

_KEEPS_ROWS = frozenset({
    "values", "to_numpy", "as_matrix", "astype", "copy", "fillna", "dropna", "reset_index", "sample", "split",
    "shuffle", "one_hot", "reshape", "expand_dims",
})  # fmt: skip
_INPUTS = _KEEPS_ROWS | {"scaler"}
_ANSWERS = _INPUTS | {"encoded", "ravel", "flatten", "squeeze"}
_TAKES_OUT = frozenset({"pop", "drop"})
_FOLLOWED = frozenset({"sequential", "functional"})
_MAKES_ARRAYS = frozenset({"values", "to_numpy", "as_matrix", "astype"})


def answers_among_inputs(program: Program) -> Iterator[tuple[str, Place | None]]:
    """The columns that a model is fitted to and given as well, and where the inputs are made."""
    for model in program.models if "timeseries_dataset" not in program.text.whole else ():
        for fit in model.training.fits if _reads_all(model) else ():
            column = _shared(fit.x, fit.y)
            if column and not _taken_out(program.text, column):
                yield column, _made_at(fit)
                break


def _reads_all(model: ModelSource) -> bool:
    """Whether nothing in a model may leave a column out."""
    return model.complete and model.form in _FOLLOWED and not model.anatomy.positions("GetItem")


def _shared(rows: Any, answers: Any) -> str:
    """The column of a file that answers are, if it stands among the inputs of the same rows."""
    if not isinstance(rows, Data) or not isinstance(answers, Data) or not rows.origin.startswith("pandas.read_"):
        return ""
    if (rows.origin, rows.source) != (answers.origin, answers.source):
        return ""
    column = answers.part[0] if isinstance(answers.part, tuple) and len(answers.part) == 1 else answers.part
    given = isinstance(rows.part, tuple) and column in rows.part
    if not isinstance(column, str) or not (given or rows.part is None):
        return ""
    kept = all(_keeps(step, column, _INPUTS) for step in rows.steps)
    return column if kept and all(_keeps(step, column, _ANSWERS) for step in answers.steps) else ""


def _keeps(step: Step, column: str, names: frozenset[str]) -> bool:
    """Whether a step leaves a column in, and each row where it is."""
    if step.name == "drop":
        return isinstance(step.what, tuple) and column not in step.what
    written = step.what[1] if type(step.what) is tuple and step.what[:1] == (COLUMN,) else column
    return step.name in names or (step.name == "unknown" and written != column) or _encodes(step, column)


def _encodes(step: Step, column: str) -> bool:
    """``table["kind"] = encoder.fit_transform(table["kind"])``."""
    own = step.what == (COLUMN, column) and isinstance(step.other, Data) and step.other.part == column
    return own and step.other is not None and all(_keeps(one, column, _ANSWERS) for one in step.other.steps)


def _taken_out(text: Text, column: str) -> bool:
    """Whether a column may leave a table in place: ``table.pop("price")``, ``del table["price"]``."""
    for call in text.calls(_TAKES_OUT):
        in_place = called(call) == "pop" or constant(keyword(call, "inplace")) is not None
        if in_place and not _names_others(text, [*call.args, *(one.value for one in call.keywords)], column):
            return True
    deleted = [target for one in text.all(ast.Delete) for target in one.targets]
    return any(isinstance(one, ast.Subscript) and not _names_others(text, [one.slice], column) for one in deleted)


def _names_others(text: Text, given: list[ast.expr], column: str) -> bool:
    """Whether columns are written there, and none of them is this one."""
    todo = [text.resolved(one) for one in given]
    for one in todo:
        todo += [text.resolved(part) for part in getattr(one, "elts", ())]
    plain = all(isinstance(one, ast.Constant | ast.List | ast.Tuple | ast.Set) for one in todo)
    texts = {constant(one) for one in todo}
    return plain and column not in texts and any(isinstance(name, str) for name in texts)


def _made_at(fit: Fit) -> Place | None:
    """Where a table becomes the inputs, or else where it is fitted."""
    steps = fit.x.steps if isinstance(fit.x, Data) else ()
    places = [step.place for step in steps if step.name in _MAKES_ARRAYS and step.place is not None]
    return places[-1] if places else fit.place
