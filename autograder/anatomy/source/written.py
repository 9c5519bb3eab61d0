"""Settings that a program keeps in a text of its own, in a namespace, or in a named tuple made by a call."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Mapping
from typing import Any

from autograder.anatomy.source import fold, records
from autograder.anatomy.source.machine import Call, Machine
from autograder.anatomy.source.values import NAMESPACE, Class, Instance, plain
from autograder.anatomy.unknown import Unknown

_DEEP = 20  # dictionaries and lists in each other
_READERS: Mapping[str, Callable[[str], Any]] = {"json.loads": json.loads, "ast.literal_eval": ast.literal_eval}


def settings(machine: Machine, dotted: str, call: Call) -> Any:
    """What such a call gives; None if it is none of these, or nothing can be said."""
    if dotted == records.FIELD:
        return records.field(call)
    if call.open:
        return None
    if dotted in _READERS:
        return _read(machine, _READERS[dotted], call)
    if dotted == f"types.{NAMESPACE}" and not call.arguments:
        found = Instance(Class(NAMESPACE, machine.fields(), ""), machine.fields())
        for name, value in call.keywords.items():
            machine.store.set(found.fields, name, value)
        return found
    return _named_tuple(machine, call) if dotted == "collections.namedtuple" else None


def _read(machine: Machine, reader: Callable[[str], Any], call: Call) -> Any:
    text = call.argument(0)
    if not isinstance(text, str) or len(call.values) != 1:
        return None
    try:
        return _value(machine, reader(text), call)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return Unknown("a text that does not hold settings", call.place)


def _value(machine: Machine, read: Any, call: Call, deep: int = _DEEP) -> Any:
    """What was read, as the values that the program is followed with."""
    machine.store.spend()
    if not deep:
        return Unknown("nested too deeply", call.place)
    if isinstance(read, dict):
        return machine.table({key: _value(machine, value, call, deep - 1) for key, value in read.items()})
    if isinstance(read, list | set):
        return machine.items(*(_value(machine, value, call, deep - 1) for value in read))
    if isinstance(read, tuple):
        return tuple(_value(machine, value, call, deep - 1) for value in read)
    return read if fold.is_small(read) else Unknown("too large", call.place)


def _named_tuple(machine: Machine, call: Call) -> Class | None:
    """``namedtuple("Settings", ["rate", "rows"], defaults=[…])`` and ``namedtuple("Settings", "rate rows")``."""
    name, listed = call.argument(0, "typename"), plain(call.argument(1, "field_names"))
    fields = tuple(listed.replace(",", " ").split()) if isinstance(listed, str) else listed
    if not isinstance(name, str) or not isinstance(fields, tuple) or not all(isinstance(one, str) for one in fields):
        return None
    given = plain(call.keywords.get("defaults"))
    members = machine.fields()
    for field, value in zip(fields[::-1], given[::-1] if isinstance(given, tuple) else (), strict=False):
        machine.store.set(members, field, value)
    return Class(name, members, "", (), fields)
