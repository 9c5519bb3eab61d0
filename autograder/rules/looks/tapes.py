"""Training by hand: gradients of tapes, and whether a way leads from a loss back to what it is to change."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from autograder.anatomy.text import WEIGHTS, Text, argument_at, called, names, owner_of, walk
from autograder.rules.rule import Found

_MAKES_NUMBERS = frozenset({"numpy", "item", "tolist"})
_PYTHON = frozenset({"float", "int"})
_ARRAYS = ("np.", "numpy.")
_LIBRARIES = ("tf.", "tensorflow.", "keras.", "ops.", "K.")
_JUDGES = ("loss", "criterion", "entropy", "mse", "bce")
_PENALTIES = re.compile(
    r"regularizer|add_loss|\.losses\b(?!\.)"
)  # they reach the weights whatever is computed under the tape
_HOLDS = re.compile(r"weight|param|var|layer|model|net|encoder|extract|pair|list|kernel")  # names of no answers
_CALLS = ("", ".call", ".predict", ".predict_on_batch", ".__call__")
_GATHERS = frozenset({"list", "tuple", "dict", "zip", "partial", "enumerate"})
_GROWS = frozenset({"append", "extend", "insert"})
_DEEP = 4


def opened_for(text: Text, call: ast.Call) -> ast.With | None:
    """The statement that opened, last before a call of ``tape.gradient``, the tape of that name in its function."""
    opened = [
        one
        for one in text.all(ast.With)
        if text.function_of(one) == text.function_of(call) and text.cell_of(one) is text.cell_of(call)
        if one.lineno <= call.lineno and any(_is_tape(item, owner_of(call)) for item in one.items)
    ]
    return max(opened, key=lambda one: one.lineno, default=None)


def _is_tape(item: ast.withitem, name: str) -> bool:
    return called(item.context_expr) == "GradientTape" and getattr(item.optional_vars, "id", "") == name


class _State(IntEnum):
    """What the tape knows of a value: nothing that matters, that it was lost, or the way to the weights."""

    ASIDE = 0
    LOST = 1
    LIVE = 2


@dataclass
class _Followed:
    """The names of a function so far; where a value was lost, with what is said of it."""

    source: str
    known: dict[str, _State] = field(default_factory=dict)
    lost: list[tuple[str, ast.expr]] = field(default_factory=list)
    answers: list[_State] = field(default_factory=list)
    depth: int = 0


def adrift(text: Text) -> Found:
    """The gradients of a program whose way to the weights, or to a watched picture, ends somewhere."""
    if "GradientTape" not in text.whole or _PENALTIES.search(text.whole):
        return
    for ask in text.calls({"gradient"}):
        target = argument_at(ask, 0, "target")
        source = argument_at(ask, 1, "sources")
        name = _asked(text, source)
        tape = _tape(text, ask) if name and isinstance(target, ast.Name) else None
        if tape is None or not isinstance(target, ast.Name):
            continue
        followed = _Followed(name)
        reader = _Reader(text, followed)
        reader.before(tape)
        reader.read(tape.body)
        if followed.known.get(target.id) is _State.LOST and followed.lost:
            said, node = followed.lost[0]
            yield f"{said}: every gradient is None.", node if said.startswith("This") else ask


def _asked(text: Text, source: ast.expr | None) -> str:
    """The model whose weights are asked for, or the variable, as the program spells it; empty for anything else."""
    source = source if source is None or not isinstance(source, ast.Name) else _once(text, source)
    if isinstance(source, ast.Attribute):
        return ast.unparse(source.value) if source.attr in WEIGHTS else ""
    return source.id if isinstance(source, ast.Name) else ""


def _once(text: Text, source: ast.Name) -> ast.expr:
    """The weights that a variable was given, if it was given nothing else."""
    given = text.values.get(source.id, [])
    return given[0] if len(given) == 1 and getattr(given[0], "attr", "") in WEIGHTS else source


def _tape(text: Text, ask: ast.Call) -> ast.With | None:
    """The one tape of the same function that is asked."""
    owner = getattr(getattr(ask.func, "value", None), "id", "")
    opened = [statement for statement in text.all(ast.With) for item in statement.items if _is_tape(item, owner)]
    mine = [one for one in opened if text.function_of(one) == text.function_of(ask)]
    near = [one for one in mine if text.cell_of(one) is text.cell_of(ask) and one.lineno < ask.lineno]
    return near[0] if len(near) == 1 and len(mine) == 1 else None


class _Reader:
    """Follows the statements of a block; whatever it does not know may reach the weights."""

    def __init__(self, text: Text, followed: _Followed) -> None:
        self.text = text
        self.followed = followed

    def before(self, tape: ast.With) -> None:
        """What was computed in the same function before the tape: answers, which it does not know."""
        known, cell, function = self.followed.known, self.text.cell_of(tape), self.text.function_of(tape)
        for statement in self.text.all(ast.Assign):
            mine = self.text.function_of(statement) == function and self.text.cell_of(statement) is cell
            if not mine or statement.lineno >= tape.lineno:
                continue
            named = names(statement.targets[0]) - {self.followed.source.partition(".")[0]}
            answer = self.is_answer(statement.value) and not any(_HOLDS.search(name.lower()) for name in named)
            known |= dict.fromkeys(named, _State.LOST if answer else self.held(statement.value))
        read = {node.id for part in tape.body for node in walk(part) if isinstance(node, ast.Name)}
        lost = sorted(name for name, state in known.items() if state is _State.LOST and name in read)
        self.followed.lost = (
            [(f"{lost[0]} was computed outside of the tape", tape.items[0].context_expr)] if lost else []
        )

    def is_answer(self, node: ast.expr) -> bool:
        """Whether a call answers: of the model itself, of a function that asks it, of a picture that is watched."""
        if not isinstance(node, ast.Call):
            return self.value(node) is _State.LOST
        source, made = self.followed.source, called(node)
        asks = ast.unparse(node.func) in {source + end for end in _CALLS}
        given = any(isinstance(part, ast.Name) and part.id == source for part in node.args)
        made_of = given and made not in _GATHERS and not made[:1].isupper()
        follows = self.own(node) is not None and self.call(node) is not _State.ASIDE
        return (
            asks
            or made_of
            or follows
            or (self.is_plain(node, ast.unparse(node.func)) and self.call(node) is _State.LOST)
        )

    def held(self, node: ast.expr) -> _State:
        """Whether a value may hold the model, its weights, or the picture."""
        parts = [part for part in walk(node) if isinstance(part, ast.Name | ast.Attribute)]
        return _State.LIVE if any(self.named(part) is _State.LIVE for part in parts) else _State.ASIDE

    def read(self, block: Sequence[ast.stmt]) -> None:
        """One statement after the other."""
        for statement in block:
            self.statement(statement)

    def statement(self, statement: ast.stmt) -> None:
        """What a statement makes of the names that it gives a value."""
        known = self.followed.known
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            for target in targets:
                self.given(target, statement.value)
        elif isinstance(statement, ast.AugAssign):
            state = max(self.value(statement.value), self.value(statement.target))
            known |= dict.fromkeys(names(statement.target), state)
        elif isinstance(statement, ast.Return):
            self.followed.answers.append(self.value(statement.value))
        elif isinstance(statement, ast.Expr):
            self.grown(statement.value)
        elif isinstance(statement, ast.For):
            known |= dict.fromkeys(names(statement.target), self.value(statement.iter))
            self.read([*statement.body, *statement.body])
        else:
            for part in ("body", "orelse", "finalbody"):
                self.joined(getattr(statement, part, []))

    def given(self, target: ast.expr, value: ast.expr) -> None:
        """What an assignment gives a variable, or each of several."""
        known = self.followed.known
        parts = value.elts if isinstance(value, ast.Tuple | ast.List) and isinstance(target, ast.Tuple) else []
        if isinstance(target, ast.Tuple) and len(parts) == len(target.elts):
            for one, part in zip(target.elts, parts, strict=True):
                self.given(one, part)
            return
        state, kept = self.value(value), isinstance(target, ast.Subscript | ast.Attribute)
        known |= {name: max(state, known.get(name, state)) if kept else state for name in names(target)}

    def joined(self, block: Sequence[ast.stmt]) -> None:
        """A block that may not be run: what was live before stays so."""
        before = dict(self.followed.known)
        self.read(block)
        for name, state in before.items():
            self.followed.known[name] = max(state, self.followed.known[name])

    def grown(self, node: ast.expr) -> None:
        """``losses.append(loss)``."""
        owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
        if isinstance(node, ast.Call) and called(node) in _GROWS and isinstance(owner, ast.Name):
            known = self.followed.known
            known[owner.id] = max([known.get(owner.id, _State.ASIDE), *map(self.value, node.args)])

    def value(self, node: ast.AST | None) -> _State:
        """What the tape knows of a value."""
        if node is None:
            return _State.ASIDE
        if isinstance(node, ast.Name | ast.Attribute):
            return self.named(node)
        if isinstance(node, ast.Call):
            return self.call(node)
        states = [
            self.value(part) for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr | ast.comprehension)
        ]
        if isinstance(node, ast.ListComp | ast.GeneratorExp):
            for part in node.generators:
                self.followed.known |= dict.fromkeys(names(part.target), self.value(part.iter))
            return self.value(node.elt)
        if isinstance(node, ast.Compare | ast.Lambda):
            return _State.LIVE if isinstance(node, ast.Lambda) else _State.ASIDE
        return max(states, default=_State.ASIDE)

    def named(self, node: ast.Name | ast.Attribute) -> _State:
        spelt = ast.unparse(node)
        source = self.followed.source
        if spelt == source or (spelt.startswith(f"{source}.") and source != "self"):
            return _State.LIVE
        root = spelt.partition(".")[0]
        if isinstance(node, ast.Attribute) and node.attr in {"shape", "dtype"}:
            return _State.ASIDE
        return self.followed.known.get(root, _State.ASIDE)

    def call(self, node: ast.Call) -> _State:
        """What a call gives: live, unless it is known to make numbers, or to reach nothing but what it is given."""
        given = [*node.args, *(one.value for one in node.keywords)]
        states = [self.value(part) for part in given]
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        spelt = ast.unparse(node.func)
        if called(node) in _MAKES_NUMBERS and owner is not None:
            return self.numbers(node, self.value(owner))
        if spelt in _PYTHON or spelt.startswith(_ARRAYS):
            return self.numbers(node, max(states, default=_State.ASIDE))
        function = self.own(node)
        if function is not None and self.followed.depth < _DEEP:
            return self.inside(function, node)
        most = max(states, default=_State.ASIDE)
        if self.value(node.func) is _State.LIVE or not self.is_plain(node, spelt):
            return _State.LIVE
        return max(most, self.value(owner))

    def numbers(self, node: ast.expr, state: _State) -> _State:
        if state is not _State.LIVE:
            return state
        self.followed.lost.insert(0, ("This makes numbers of Python or NumPy, which no tape follows", node))
        return _State.LOST

    def is_plain(self, node: ast.Call, spelt: str) -> bool:
        """Whether a call gives nothing but what its arguments give: a function of a library, a loss."""
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        made = self.text.resolved(node.func) if isinstance(node.func, ast.Name) else node.func
        if isinstance(made, ast.Call) or any(word in spelt.lower() for word in _JUDGES):
            return any(word in ast.unparse(made).lower() for word in _JUDGES)
        on_value = isinstance(owner, ast.Name) and owner.id in self.followed.known
        return (
            spelt.startswith(_LIBRARIES) or spelt in {"range", "len", "enumerate", "zip", "sum", "list"} or on_value
        )

    def own(self, node: ast.Call) -> ast.FunctionDef | None:
        """The function or the method of the author's that is called."""
        of_self = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "self"
        return self.text.functions.get(called(node)) if of_self or isinstance(node.func, ast.Name) else None

    def inside(self, function: ast.FunctionDef, node: ast.Call) -> _State:
        """What a function of the author's gives for what it is given."""
        asked = [one.arg for one in function.args.args if one.arg != "self"]
        given = dict(zip(asked, node.args, strict=False)) | {one.arg or "": one.value for one in node.keywords}
        source, root = self.followed.source, self.followed.source.partition(".")[0]
        passed = [name for name, part in given.items() if ast.unparse(part) == source]
        same = passed[0] if passed else "?" if root in asked else source  # "?": the name is another's in there
        states = {name: self.value(part) for name, part in given.items() if name != same}
        inner = _Followed(same, states, self.followed.lost, depth=self.followed.depth + 1)
        reader = _Reader(self.text, inner)
        reader.read(function.body)
        return max(inner.answers, default=_State.LIVE)


def owner_of_call(call: ast.Call) -> str:
    """What a method is called on; empty for a function."""
    return ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
