"""Classes of the author's whose fields are the arguments that they take: dataclasses and named tuples."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.anatomy.source.machine import Call, Machine
from autograder.anatomy.source.values import Class, Thing
from autograder.anatomy.unknown import Unknown

FIELD = "dataclasses.field"
_FIELDS = "fields"


def names_of(node: ast.ClassDef) -> tuple[str, ...]:
    """The fields of such a class, in the order in which they are given; nothing for any other class."""
    marks = (mark.func if isinstance(mark, ast.Call) else mark for mark in node.decorator_list)
    said = {*map(_last, marks), *map(_last, node.bases)}
    if not said & {"dataclass", "NamedTuple"}:
        return ()
    return tuple(
        one.target.id
        for one in node.body
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and "ClassVar" not in _said(one)
    )


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _said(one: ast.AnnAssign) -> str:
    return ast.unparse(one.annotation)


def field(call: Call) -> Thing:
    """``field(default_factory=list)``: its ``arguments`` say what a field is when nobody gives it."""
    return Thing(_FIELDS, "field", call.keywords, call.place)


def values(machine: Machine, kind: Class, call: Call) -> Iterator[tuple[str, Any]]:
    """The fields of a new object with their values."""
    names = _of_all(kind)
    given: Mapping[str, Any] = {**dict(zip(names, call.arguments, strict=False)), **call.keywords}
    for name, default in names.items():
        yield name, given[name] if name in given else _default(machine, name, default, call)


def _of_all(kind: Class) -> dict[str, Any]:
    """The fields of a class, those of its parents first, with what the class says of each."""
    found: dict[str, Any] = {}
    for parent in (*kind.parents, kind):
        if isinstance(parent, Class):
            inherited = _of_all(parent) if parent is not kind else {}
            found |= inherited | {name: parent.members.get(name) for name in parent.records}
    return found


def _default(machine: Machine, name: str, default: Any, call: Call) -> Any:
    if isinstance(default, Thing) and default.group == _FIELDS:
        if "default_factory" in default.arguments:
            return machine.call(default.arguments["default_factory"], Call((), {}, call.place))
        default = default.arguments.get("default")
    return Unknown(f"the field {name}", call.place) if default is None or call.open else default
