"""Python's own functions, and the methods of lists, dictionaries and texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.anatomy.source import fold, vocabulary
from autograder.anatomy.source.expressions import Expressions
from autograder.anatomy.source.machine import Call, Stopped
from autograder.anatomy.source.values import MAX_ITEMS, Items, Rounds, Table, plain
from autograder.anatomy.training import Data
from autograder.anatomy.unknown import Unknown

_HARMLESS = frozenset(
    {"print", "type", "id", "repr", "hasattr", "isinstance", "issubclass", "callable", "format", "dir"}
)
_STOPS = frozenset({"builtins.exit", "builtins.quit", "sys.exit", "os._exit"})


def function(machine: Expressions, dotted: str, call: Call) -> Any:
    """What ``builtins.name`` gives, and ``math.name``."""
    if dotted in _STOPS:
        raise Stopped
    module, _, name = dotted.rpartition(".")
    if module in {"math", "numpy"}:
        return fold.math_function(name, list(call.arguments))
    if name in _FUNCTIONS:
        return _FUNCTIONS[name](machine, call)
    if name in fold.FUNCTIONS:
        return _folded(machine, name, call)
    for value in call.values if name not in _HARMLESS else ():
        machine.escape(value)
    return Unknown(f"what {name} gives", call.place)


def is_followed(dotted: str, call: Call) -> bool:
    """Whether :func:`function` is who to ask."""
    if dotted.startswith("builtins.") or dotted in _STOPS:
        return True
    module, _, name = dotted.rpartition(".")
    known = module in {"math", "numpy"} and name in fold.MATH
    return known and bool(call.values) and all(map(fold.is_constant, call.values))


def _folded(machine: Expressions, name: str, call: Call) -> Any:
    arguments = [plain(value) for value in call.arguments]
    if call.open or call.keywords or not all(fold.is_constant(value) for value in arguments):
        return Unknown(f"{name} of something unknown", call.place, whole=name == "int")
    return fold.builtin(name, arguments)


def _range(machine: Expressions, call: Call) -> Any:
    if call.open or not call.arguments or not all(type(value) is int for value in call.arguments):
        return Unknown("a range that is not known", call.place)
    try:
        found = range(*call.arguments)
        known = len(found) <= MAX_ITEMS
    except (ValueError, TypeError, OverflowError):
        known = False
    return tuple(found) if known else Unknown("a range that is too long", call.place)


def _length(machine: Expressions, call: Call) -> Any:
    value = call.argument(0)
    if isinstance(value, Data):
        rows = value.shape[0] if value.shape else None
        return Unknown("how much data there is", call.place, whole=True) if rows is None else rows
    items = value if isinstance(value, str) else machine.iterate(value)
    if items is not None:
        return len(items)
    words = vocabulary.length(value, call.place)
    return Unknown("how long it is", call.place) if words is None else words


def _items(make: Callable[[Expressions, list[list[Any]]], Any]) -> Callable[[Expressions, Call], Any]:
    """A function of iterables."""

    def called(machine: Expressions, call: Call) -> Any:
        every = [machine.iterate(value) for value in call.arguments]
        if call.open or call.keywords or any(items is None for items in every):
            machine.escape_all(call.values)
            return Unknown("something that could not be followed", call.place)
        machine.store.spend(sum(len(items or ()) for items in every))
        return make(machine, [items or [] for items in every])

    return called


def _sorted(machine: Expressions, every: list[list[Any]]) -> Any:
    found = fold.ordered(every[0] if every else [])
    return machine.items(*found) if isinstance(found, tuple) else found


def _enumerate(machine: Expressions, call: Call) -> Any:
    items = machine.iterate(call.arguments[0]) if call.arguments else None
    start = call.argument(1, "start", default=0)
    item = machine.any_item(call.arguments[0], call.place) if call.arguments and items is None else None
    if item is not None:
        return Rounds((Unknown("a number of a round", call.place, whole=True), item))
    if items is None or type(start) is not int:
        return Unknown("something that could not be followed", call.place)
    return tuple(enumerate(items, start))


def _zip(machine: Expressions, call: Call) -> Any:
    """Things side by side: of data nobody knows how many there are, but what one of them is."""
    some = [machine.any_item(value, call.place) for value in call.arguments]
    if call.open or call.keywords or all(item is None for item in some):
        return _items(lambda machine, every: tuple(zip(*every, strict=False)))(machine, call)
    return Rounds(tuple(Unknown("one of many", call.place) if item is None else item for item in some))


def _iter(machine: Expressions, call: Call) -> Any:
    item = machine.any_item(call.arguments[0], call.place) if len(call.arguments) == 1 else None
    return Unknown("what iter gives", call.place) if item is None else Rounds(item)


def _next(machine: Expressions, call: Call) -> Any:
    given = call.arguments[0] if len(call.arguments) == 1 else None
    return given.item if isinstance(given, Rounds) else Unknown("what next gives", call.place)


def _dict(machine: Expressions, call: Call) -> Any:
    known: dict[Any, Any] = {}
    if call.arguments:
        first = call.arguments[0]
        if not isinstance(first, Table) or first.items is None:
            return Unknown("a dictionary that could not be followed", call.place)
        known = first.items
    return Unknown("a dictionary", call.place) if call.open else machine.table({**known, **call.keywords})


def _getattr(machine: Expressions, call: Call) -> Any:
    if len(call.arguments) < 2 or not isinstance(call.arguments[1], str):
        machine.escape(call.arguments[:1])
        return Unknown("an attribute that is not known", call.place)
    return machine.attribute(call.arguments[0], call.arguments[1], call.place)


def _changed(machine: Expressions, call: Call) -> Any:
    for value in call.arguments[:1]:
        machine.hand_over(value, call)
    return Unknown("what may change an object", call.place)


def _map(machine: Expressions, call: Call) -> Any:
    items = machine.iterate(call.arguments[1]) if len(call.arguments) == 2 else None
    if items is None:
        return Unknown("something that could not be followed", call.place)
    return machine.items(*(machine.call(call.arguments[0], Call((item,), {}, call.place)) for item in items))


def _isinstance(machine: Expressions, call: Call) -> Any:
    return Unknown("a question about a type", call.place)


_FUNCTIONS: dict[str, Callable[[Expressions, Call], Any]] = {
    "range": _range,
    "xrange": _range,
    "len": _length,
    "list": _items(lambda machine, every: machine.items(*(every[0] if every else ()))),
    "set": _items(lambda machine, every: machine.items(*(every[0] if every else ()))),
    "tuple": _items(lambda machine, every: tuple(every[0] if every else ())),
    "reversed": _items(lambda machine, every: tuple(reversed(every[0])) if every else ()),
    "zip": _zip,
    "iter": _iter,
    "next": _next,
    "sorted": _items(_sorted),
    "enumerate": _enumerate,
    "dict": _dict,
    "getattr": _getattr,
    "setattr": _changed,
    "delattr": _changed,
    "map": _map,
    "isinstance": _isinstance,
}


def list_method(machine: Expressions, owner: Items, name: str, call: Call) -> Any:
    """``items.append(…)`` and its relatives."""
    items = owner.items
    first = call.argument(0)
    changes: dict[str, Callable[[tuple[Any, ...]], Any]] = {
        "append": lambda items: (*items, first),
        "add": lambda items: (*items, first),
        "extend": lambda items: None if (more := machine.iterate(first)) is None else (*items, *more),
        "insert": lambda items: (*items[:first], call.arguments[1], *items[first:]) if type(first) is int else None,
        "pop": lambda items: items[:-1] if first is None else None,
        "reverse": lambda items: items[::-1],
        "clear": lambda items: (),
        "copy": lambda items: items,
    }
    if name not in changes:
        if name in {"sort", "remove"}:
            machine.store.set(owner.fields, "items", Unknown("a list in an unknown order"))
        return Unknown(f"what {name} gives", call.place)
    if name in {"append", "add", "extend", "insert"}:
        owner.grow(machine.store, first if name in {"append", "add"} else Unknown("an item of another list"))
    try:
        new = None if items is None or call.open else changes[name](items)
    except (IndexError, TypeError):
        new = None
    if name == "copy":
        return owner if new is None else machine.items(*new)
    if new is None or len(new) > MAX_ITEMS:
        machine.escape(call.arguments)
        machine.store.set(owner.fields, "items", Unknown("a list that could not be followed"))
        return Unknown("an item", call.place)
    machine.store.spend(1 + len(new) // 50)
    machine.store.set(owner.fields, "items", new)
    return items[-1] if name == "pop" and items else None


def table_method(machine: Expressions, owner: Table, name: str, call: Call) -> Any:
    """``table.items()`` and its relatives."""
    items = owner.items
    if items is None:
        machine.escape(call.arguments)
        return Unknown(f"what {name} gives", call.place)
    views: dict[str, Callable[[], Any]] = {
        "items": lambda: tuple(items.items()),
        "keys": lambda: tuple(items),
        "values": lambda: tuple(items.values()),
        "copy": lambda: machine.table(dict(items)),
    }
    if name in views:
        return views[name]()
    key = call.argument(0)
    if name == "get" and fold.is_constant(key):
        return items.get(key, call.argument(1))
    if name == "update":
        more = key.items if isinstance(key, Table) else ({} if key is None else None)
        known = more is not None and not call.open
        new = {**items, **(more or {}), **call.keywords} if known else Unknown("a dictionary")
        machine.store.set(owner.fields, "items", new)
        return None
    machine.store.set(owner.fields, "items", Unknown("a dictionary that could not be followed"))
    return Unknown(f"what {name} gives", call.place)


def text_method(machine: Expressions, owner: str, name: str, call: Call) -> Any:
    """Methods of texts."""
    arguments = [plain(value) for value in call.arguments]
    if call.open or call.keywords or not all(fold.is_constant(value) for value in arguments):
        return Unknown("a text that could not be followed", call.place)
    found = fold.text_method(owner, name, arguments)
    return machine.items(*found) if isinstance(found, tuple) else found
