"""Numbers, texts, switches and functions of libraries that a program keeps under a name, put where it reads them.

A program may say ``Dropout(0.5)``, or ``RATE = 0.5`` and ``Dropout(RATE)``, or keep its settings in a dictionary, a
class or the defaults of its command line, or give them to a function; and it may say ``load = keras.utils.load_img``.
For whoever asks about the text of a program, all of these are one.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from copy import deepcopy

from autograder.anatomy import command_line
from autograder.anatomy.text import KNOWN_AS, bound, bound_or_default, called, constant, targets_of, walk

Settings = dict[str, ast.expr]
"""What is kept under each name: a number, a text or a switch."""

_HANDED_ON = 4  # functions that a setting is handed on through
_CHANGES = frozenset({"update", "setdefault", "pop", "popitem", "clear", "setattr"})


def put_in_place(trees: Sequence[ast.Module]) -> None:
    """Change the trees of a program: where it reads a setting that is given once, its value stands."""
    nodes = [node for tree in trees for node in walk(tree)]
    counts = Counter(_bound_names(nodes))
    asked = Counter(node.arg for node in nodes if isinstance(node, ast.arg))
    once = {name: value for name, value in _assigned(nodes) if counts[name] == 1}
    single = {name: value for name, value in once.items() if _is_plain(value) and not asked[name]}
    imported = Counter(_bound_names(node for node in nodes if isinstance(node, ast.alias)))
    modules = {name for name, times in imported.items() if counts[name] == times}
    functions = {name: value for name, value in once.items() if not asked[name] and _root(value) in modules}
    holders = _holders(nodes, once)
    for name in asked.keys() & holders.keys():
        if not _only_given(nodes, name):
            del holders[name]
    _forget_changed(nodes, holders)
    for node in nodes if functions else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
            node.func = _spelt_out(functions[node.func.id], node.func)
    if single or holders:
        _put(nodes, single, holders)
    called_by_name = list(_called_by_name(nodes, counts))
    for _ in range(_HANDED_ON):
        put = [_put_arguments(function, calls) for function, calls in called_by_name]
        if not any(put):
            break


def _put(
    nodes: Iterable[ast.AST], single: Settings, holders: Mapping[str, Settings], left: Set[int] = frozenset()
) -> None:
    """Put settings where some nodes read them, but for those nodes that are ``left`` as they are."""
    for node in nodes:
        for field in node._fields:
            value = getattr(node, field, None)
            if value.__class__ is list:
                value[:] = [part if id(part) in left else _placed(part, single, holders) for part in value]
            elif isinstance(value, ast.Name | ast.Attribute | ast.Subscript) and id(value) not in left:
                setattr(node, field, _placed(value, single, holders))


def _called_by_name(
    nodes: Sequence[ast.AST], counts: Mapping[str, int]
) -> Iterator[tuple[ast.FunctionDef, list[ast.Call]]]:
    """The functions of which all calls can be seen, with these: nothing else is done with their names."""
    methods = {id(part) for node in nodes if isinstance(node, ast.ClassDef) for part in node.body}
    read = Counter(node.id for node in nodes if isinstance(node, ast.Name))
    calls: dict[str, list[ast.Call]] = {}
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            calls.setdefault(node.func.id, []).append(node)
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and not node.decorator_list and id(node) not in methods:
            own = calls.get(node.name, [])
            if counts[node.name] == 1 and 0 < len(own) == read[node.name] and not any(map(_is_spread, own)):
                yield node, own


def _is_spread(call: ast.Call) -> bool:
    """``train(*parts)``, ``train(**settings)``."""
    return any(isinstance(part, ast.Starred) for part in call.args) or any(one.arg is None for one in call.keywords)


def _put_arguments(function: ast.FunctionDef, calls: Sequence[ast.Call]) -> bool:
    """Put the settings that all calls of a function give it where it reads them; whether it reads any.

    Conditions keep their names, as which way a function goes depends on its arguments; so do indices, as people read
    ``rows[i : i + width]`` with its names.
    """
    inside = [part for one in function.body for part in walk(one)]
    kept = [node.test for node in inside if isinstance(node, ast.If | ast.IfExp | ast.While)]
    kept += [node.slice for node in inside if isinstance(node, ast.Subscript) and not _is_computed(node.slice)]
    left = {id(part) for one in kept for part in walk(one)}
    names = [node for node in inside if isinstance(node, ast.Name)]
    changed = {*_bound_names(inside), *(node.arg for node in inside if isinstance(node, ast.arg))}
    given = [bound_or_default(function, call) for call in calls]
    agreed: Settings = {}
    for name in {node.id for node in names if id(node) not in left} - changed:
        values = [value for one in given if (value := one.get(name)) is not None]
        if len(values) == len(calls) and all(map(_is_plain, values)) and len({*map(ast.dump, values)}) == 1:
            agreed[name] = values[0]
    if agreed:
        _put(inside, agreed, {}, left)
    return bool(agreed)


def _placed(node: ast.AST, single: Settings, holders: Mapping[str, Settings]) -> ast.AST:
    if not isinstance(getattr(node, "ctx", None), ast.Load):
        return node
    found = single.get(node.id) if isinstance(node, ast.Name) else holders.get(_kept_in(node), {}).get(_key(node))
    return node if found is None else _copied(found, node)


def _copied(value: ast.expr, place: ast.AST) -> ast.expr:
    """The value, at the place of a name that it keeps, the first of several: it may tell what a number is for."""
    if isinstance(value, ast.UnaryOp):
        return ast.copy_location(ast.UnaryOp(value.op, _copied(value.operand, place)), place)
    made = ast.copy_location(ast.Constant(constant(value)), place)
    vars(made)[KNOWN_AS] = getattr(value, KNOWN_AS, "") or _key(place) or getattr(place, "id", "")
    return made


def _spelt_out(function: ast.expr, place: ast.expr) -> ast.expr:
    found = deepcopy(function)
    for part in walk(found):
        ast.copy_location(part, place)
    return found


def _root(value: ast.expr) -> str:
    """The module of ``np.lib.load``, or a name alone; empty for anything else."""
    while isinstance(value, ast.Attribute):
        value = value.value
    return value.id if isinstance(value, ast.Name) else ""


def _kept_in(node: ast.AST) -> str:
    """The name of what an attribute or an entry is read from: ``cfg`` of ``cfg.rate`` and of ``self.cfg["rate"]``."""
    owner = node.value if isinstance(node, ast.Attribute | ast.Subscript) else None
    own = isinstance(owner, ast.Name) or (
        isinstance(owner, ast.Attribute) and getattr(owner.value, "id", "") == "self"
    )
    return str(getattr(owner, "attr", getattr(owner, "id", ""))) if own else ""


def _key(node: ast.AST) -> str:
    key = node.attr if isinstance(node, ast.Attribute) else constant(getattr(node, "slice", None))
    return key if isinstance(key, str) else ""


def _is_plain(value: ast.expr | None) -> bool:
    value = value.operand if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub) else value
    found = constant(value)
    return isinstance(found, int | float) or (isinstance(found, str) and not _needs_escapes(found))


def _needs_escapes(text: str) -> bool:
    """Whether a text cannot be spelt within the braces of an f-string, where it may be read."""
    return "\\" in repr(text.replace("\n", " ").replace("\t", " "))


def _is_computed(index: ast.expr) -> bool:
    """``rows[rows.sum(axis=axis) == 1]``, and not ``rows[start : start + width]``."""
    return any(isinstance(part, ast.Call | ast.Compare) for part in walk(index))


def _bound_names(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Each name as often as something gives it a value, but for the arguments of functions."""
    for node in nodes:
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]
        elif (
            isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.ExceptHandler) and node.name
        ):
            yield node.name
        elif isinstance(node, ast.Global | ast.Nonlocal):
            yield from node.names * 2


def _assigned(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    for node in nodes:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = targets_of(node.targets[0]) if isinstance(node, ast.Assign) else [node.target]
            values = targets_of(node.value) if len(targets) > 1 else [node.value]
            alone = isinstance(node, ast.AnnAssign) or len(node.targets) == 1
            for target, value in zip(targets, values, strict=False) if alone and len(targets) == len(values) else ():
                if isinstance(target, ast.Name):
                    yield target.id, value


def _holders(nodes: Sequence[ast.AST], once: Mapping[str, ast.expr]) -> dict[str, Settings]:
    """What is kept in dictionaries, in classes and their objects, and in the options of the command line."""
    found = {node.name: _of_class(node) for node in nodes if isinstance(node, ast.ClassDef)}
    classes = dict(found)
    for name, value in once.items():
        if isinstance(value, ast.Dict):
            found[name] = {str(constant(key)): part for key, part in zip(value.keys, value.values, strict=True)}
        elif called(value) in {"dict", "SimpleNamespace"} and isinstance(value, ast.Call) and not value.args:
            found[name] = {one.arg or "": one.value for one in value.keywords}
        elif called(value) == "parse_args" or getattr(value, "attr", "") == "FLAGS":
            found[name] = dict(command_line.defaults(nodes))
        elif isinstance(value, ast.Call) and called(value) in classes:
            given = {one.arg or "": one.value for one in value.keywords}
            found[name] = classes[called(value)] | given if not value.args and "" not in given else {}
    plain = {name: {key: one for key, one in kept.items() if _is_plain(one)} for name, kept in found.items()}
    return {name: kept for name, kept in plain.items() if kept}


def _of_class(kind: ast.ClassDef) -> Settings:
    """The settings of a class that holds nothing else."""
    return {} if any(isinstance(part, ast.FunctionDef) for part in kind.body) else dict(_assigned(kind.body))


def _only_given(nodes: Sequence[ast.AST], name: str) -> bool:
    """Whether functions with an argument of this name are called with a variable of the same name only."""
    functions = {node.name: node for node in nodes if isinstance(node, ast.FunctionDef)}
    asking = {key: one for key, one in functions.items() if any(part.arg == name for part in one.args.args)}
    calls = [node for node in nodes if isinstance(node, ast.Call) and called(node) in asking]
    given = [bound(asking[called(call)], call).get(name) for call in calls]
    return all(isinstance(part, ast.Name) and part.id == name for part in given)


def _forget_changed(nodes: Iterable[ast.AST], holders: dict[str, Settings]) -> None:
    """Leave out what another statement changes."""
    for node in nodes:
        if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
            kept = holders.get(_kept_in(node), {})
            kept.pop(_key(node), None) if _key(node) else kept.clear()
        elif isinstance(node, ast.Call) and called(node) in _CHANGES:
            for part in (getattr(node.func, "value", None), *node.args[:1]):
                holders.pop(str(getattr(part, "attr", getattr(part, "id", ""))), None)
