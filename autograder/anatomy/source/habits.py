"""What a program does wrong around its models, as the order of its lines tells: tapes, splits, shuffled answers.

Each check looks at one body of statements with all that it calls by name. It speaks only where every way through
those lines has the fault; a name that is assigned in a way that cannot be followed is silence.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

Found: TypeAlias = tuple[str, str, ast.expr | ast.stmt]
"""Kind, sentence, and where."""
_ANSWERS = frozenset({"predict", "predict_on_batch"})
_DIRECTORIES = frozenset({"flow_from_directory", "flow_from_dataframe"})
_SPLITTING = frozenset({
    "image_dataset_from_directory", "text_dataset_from_directory", "audio_dataset_from_directory",
})  # fmt: skip
_OF_THE_FILES = frozenset({"classes", "labels", "filenames"})
_REORDERS_ONCE = frozenset({"cache", "snapshot"})
_DRAWN = ("weights", "trainable_weights", "trainable_variables", "variables")


def look(bodies: Sequence[ast.stmt]) -> Iterator[Found]:
    """All that is found in a program's statements, its functions' bodies among them."""
    for body in _bodies(bodies):
        for check in _CHECKS:
            yield from check(body)


def _bodies(statements: Sequence[ast.stmt]) -> Iterator[list[ast.stmt]]:
    yield list(statements)
    for statement in statements:
        for node in ast.walk(statement):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.body


def _own(body: Sequence[ast.AST]) -> Iterator[ast.AST]:
    """All nodes of a body but those inside functions and classes of its own, in the order of the lines."""
    for node in body:
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            yield from _own(list(ast.iter_child_nodes(node)))


def _called(node: ast.AST) -> str:
    """The last name of what a call calls; empty if it is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _owner(node: ast.AST) -> str:
    """The variable whose method or attribute this is; empty if it is none."""
    target = node.func if isinstance(node, ast.Call) else node
    inside = target.value if isinstance(target, ast.Attribute) else None
    return inside.id if isinstance(inside, ast.Name) else ""


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _given(call: ast.Call, name: str) -> ast.expr | None:
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _spread(call: ast.Call) -> bool:
    """Whether some arguments cannot be seen: ``*list``, ``**table``."""
    return any(keyword.arg is None for keyword in call.keywords) or any(isinstance(a, ast.Starred) for a in call.args)


def _assigned(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    """Single names that are given a value, in order; of ``a, b = x, y`` each by itself."""
    for node in nodes:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _pairs(target, node.value)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple | ast.List) and isinstance(value, ast.Tuple | ast.List):
        for one, its in zip(target.elts, value.elts, strict=False):
            yield from _pairs(one, its)


def _tapes(body: Sequence[ast.stmt]) -> Iterator[tuple[ast.With, str]]:
    """The tapes of a body that are not inside another one."""
    for node in _own(body):
        if isinstance(node, ast.With):
            for item in node.items:
                made = item.context_expr
                if _called(made) == "GradientTape" and isinstance(item.optional_vars, ast.Name):
                    yield node, item.optional_vars.id


def _asked(body: Sequence[ast.stmt], tape: str) -> dict[str, ast.Call]:
    """The models whose weights a tape is asked about: ``tape.gradient(loss, model.trainable_variables)``."""
    return {
        _owner(call.args[1]): call
        for call in _own(body)
        if isinstance(call, ast.Call)
        and _called(call) == "gradient"
        and _owner(call) == tape
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Attribute)
        and call.args[1].attr in _DRAWN
        and _owner(call.args[1])
    }


def _no_gradient(body: list[ast.stmt]) -> Iterator[Found]:
    """A tape whose lines hold no pass through the model that it is asked about."""
    tapes = list(_tapes(body))
    for block, tape in tapes:
        if sum(name == tape for _, name in tapes) > 1:
            continue
        for model, call in _asked(body, tape).items():
            yield from _outside(body, block, model, call) or _without_tensors(block, model)


def _outside(body: list[ast.stmt], block: ast.With, model: str, asked: ast.Call) -> list[Found]:
    inside = {name for statement in block.body for name in _names(statement)}
    if model in inside or _calls_own(block.body):
        return []
    nodes = list(_own(body))
    passed = {
        name: value
        for name, value in _assigned(nodes[: nodes.index(block)])
        if isinstance(value, ast.Call) and getattr(value.func, "id", "") == model
    }
    again = {name for name, _ in _assigned(_own(block.body))}
    used = sorted(passed.keys() & inside - again)
    if not used:
        return []
    said = f"{used[0]} was computed from {model} in line {passed[used[0]].lineno}, outside of the tape"
    return [("tape", f"{said}: every gradient is None.", asked)]


def _without_tensors(block: ast.With, model: str) -> list[Found]:
    calls = [node for node in _own(block.body) if isinstance(node, ast.Call)]
    passes = [call for call in calls if getattr(call.func, "id", "") == model or _owner(call) == model]
    answers = [call for call in passes if _called(call) in _ANSWERS]
    if not answers or len(answers) != len(passes) or _calls_own(block.body):
        return []
    name = _called(answers[0])
    said = f"{model}.{name}() gives NumPy arrays, which no tape follows: every gradient is None."
    return [("tape", said, answers[0])]


def _calls_own(body: Sequence[ast.stmt]) -> bool:
    """Whether functions are called that may hold anything: of the program, or methods of ``self``."""
    for node in _own(body):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else "loss"
            if _owner(node) == "self" or not name.lower().startswith("loss"):
                return True
    return False


def _two_seeds(body: list[ast.stmt]) -> Iterator[Found]:
    """The two parts of one folder, drawn with two seeds."""
    parts: dict[str, ast.Call] = {}
    for _, value in _assigned(_own(body)):
        if _called(value) not in _SPLITTING or not isinstance(value, ast.Call) or _spread(value):
            continue
        subset = _given(value, "subset")
        if isinstance(subset, ast.Constant) and subset.value in ("training", "validation"):
            parts[str(subset.value)] = value
    if len(parts) < 2 or ast.dump(_folder(parts["training"])) != ast.dump(_folder(parts["validation"])):
        return
    unshuffled = all(getattr(_given(part, "shuffle"), "value", True) is False for part in parts.values())
    for name in ("validation_split",) if unshuffled else ("seed", "validation_split"):
        one, other = (_given(parts[part], name) for part in ("training", "validation"))
        if isinstance(one, ast.Constant) and isinstance(other, ast.Constant) and one.value != other.value:
            said = f"The parts are drawn with {name}={one.value!r} and {name}={other.value!r}"
            yield "split", f"{said}: some files are in both, and some in none.", parts["validation"]


def _folder(call: ast.Call) -> ast.expr:
    return call.args[0] if call.args else _given(call, "directory") or ast.Constant(None)


def _reshuffled(body: list[ast.stmt]) -> Iterator[Found]:
    """``take`` and ``skip`` of a data set that is shuffled anew in each pass."""
    made: dict[str, ast.expr] = {}
    parts: dict[str, dict[str, ast.Call]] = {}
    for statement in _simple(body):
        for call in ast.walk(statement):
            whole = _owner(call) if _called(call) in ("take", "skip") else ""
            if isinstance(call, ast.Call) and whole in made and _is_drawn_anew(made[whole], made):
                parts.setdefault(whole, {}).setdefault(_called(call), call)
        for name, value in _assigned([statement]):
            made[name] = value
            yield from _overlapping(name, parts.pop(name, {}))
    for name, found in parts.items():
        yield from _overlapping(name, found)


def _overlapping(name: str, parts: dict[str, ast.Call]) -> Iterator[Found]:
    if len(parts) == 2:
        said = f"{name} is shuffled anew in every pass: what take() and skip() give overlaps from epoch to epoch."
        yield "split", said, parts["skip"]


def _simple(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a body that hold no others, in order; functions and classes of its own are left out."""
    for statement in body:
        inner = [part for name in ("body", "orelse", "finalbody") for part in getattr(statement, name, ())]
        if not hasattr(statement, "body"):
            yield statement
        elif not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from _simple(inner)


def _is_drawn_anew(value: ast.expr, last: dict[str, ast.expr], depth: int = 0) -> bool:
    """Whether a data set ends in a shuffle that is not the same in each pass."""
    while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        name = value.func.attr
        if name in _REORDERS_ONCE:
            return False
        if name == "shuffle":
            again = _given(value, "reshuffle_each_iteration") or (value.args[2] if len(value.args) > 2 else None)
            return not _spread(value) and (again is None or getattr(again, "value", False) is True)
        value = value.func.value
    if isinstance(value, ast.Name) and value.id in last and depth < 20:
        return last[value.id] is not value and _is_drawn_anew(last[value.id], {**last, value.id: value}, depth + 1)
    return False


def _shuffled_answers(body: list[ast.stmt]) -> Iterator[Found]:
    """``predict`` on a generator that shuffles, beside ``.classes``, which are in the order of the files."""
    shuffled = {
        name: value
        for name, value in _assigned(_own(body))
        if isinstance(value, ast.Call) and _called(value) in _DIRECTORIES and _shuffles(value)
    }
    assigned = [name for name, _ in _assigned(_own(body))]
    for name in shuffled:
        if assigned.count(name) > 1:
            continue
        answers = [
            call
            for call in _own(body)
            if isinstance(call, ast.Call)
            and _called(call) in ("predict", "predict_generator")
            and name in {getattr(given, "id", "") for given in (*call.args, *(k.value for k in call.keywords))}
        ]
        orders = [
            node
            for node in _own(body)
            if isinstance(node, ast.Attribute) and node.attr in _OF_THE_FILES and _owner(node) == name
        ]
        if answers and orders:
            said = f"{name} is shuffled, but {name}.{orders[0].attr} is in the order of the files"
            said = f"{said}: the answers of predict belong to other rows."
            yield "order", said, orders[0]


def _shuffles(call: ast.Call) -> bool:
    given = _given(call, "shuffle")
    return not _spread(call) and len(call.args) < 7 and (given is None or getattr(given, "value", False) is True)


_CHECKS: tuple[Callable[[list[ast.stmt]], Iterator[Found]], ...] = (
    _no_gradient, _two_seeds, _reshuffled, _shuffled_answers,
)  # fmt: skip
