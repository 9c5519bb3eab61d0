"""How a loss depends on the answers of a model: by a slope, or only through what is flat almost everywhere."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from typing import NamedTuple, TypeAlias

from autograder.anatomy.text import WEIGHTS, Text, argument_at, bound, called, names, owner_of, subject, walk
from autograder.rules.looks.dataflow import function_of
from autograder.rules.looks.losses import losses_given, own_losses
from autograder.rules.looks.scopes import arguments
from autograder.rules.looks.tapes import opened_for

STEPS = frozenset({
    "argmax", "argmin", "round", "rint", "sign", "floor", "ceil", "greater", "less", "equal", "not_equal",
    "greater_equal", "less_equal",
})  # fmt: skip
"""Operations that are flat almost everywhere."""
_FLAT = STEPS | {
    "argsort", "count_nonzero", "in_top_k", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy",
    "top_k_categorical_accuracy", "sparse_top_k_categorical_accuracy",
}  # fmt: skip
_COUNTERS = frozenset({
    "Accuracy", "BinaryAccuracy", "CategoricalAccuracy", "SparseCategoricalAccuracy", "Precision", "Recall", "AUC",
    "F1Score", "FBetaScore", "IoU", "BinaryIoU", "MeanIoU", "OneHotIoU", "OneHotMeanIoU",
})  # fmt: skip
_Asked: TypeAlias = dict[tuple[int, str], ast.expr | None]
_SIZES = frozenset({"shape", "int_shape", "ndim", "size", "rank", "dtype", "len"})
_MOST = 50
"""So many arguments of the author's functions are followed for one loss."""
_WHOLE = re.compile(r"\b(u?int\d*|bool)\b")


def flat_of(text: Text, function: ast.FunctionDef, name: str, met_before: _Asked | None = None) -> ast.expr | None:
    """The flat function through which all that depends on an argument goes; None if there is another way."""
    asked = {} if met_before is None else met_before
    if (id(function), name) not in asked and len(asked) < _MOST:
        asked[id(function), name] = None  # a function that calls itself
        asked[id(function), name] = _flat_within(text, function, name, asked)
    return asked.get((id(function), name))


def _flat_within(text: Text, function: ast.FunctionDef, name: str, asked: _Asked) -> ast.expr | None:
    flat: ast.expr | None = None
    sloped = {name}
    for statement in function.body:
        outermost = _outermost(statement, partial(is_flat, text, asked=asked, sloped=frozenset(sloped)))
        met = [part for part in outermost if names(part) & sloped]
        shut = {id(part) for one in (*met, *_outermost(statement, _is_size)) for part in walk(one)}
        passes = any(
            isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load) and part.id in sloped
            for part in walk(statement)
            if id(part) not in shut
        )
        flat = met[0] if met and flat is None else flat
        if passes and not isinstance(statement, ast.Assign):
            return None
        given = {one for target in getattr(statement, "targets", ()) for one in names(target)}
        sloped = sloped | given if passes else sloped - given
    return flat


def _is_size(node: ast.AST) -> bool:
    """``tf.shape(answer)``, ``answer.dtype``: what no slope goes through."""
    return called(node) in _SIZES or (isinstance(node, ast.Attribute) and node.attr in _SIZES)


def _outermost(node: ast.AST, is_met: Callable[[ast.AST], bool]) -> Iterator[ast.expr]:
    """The nodes that are met and stand in no other such."""
    if isinstance(node, ast.expr) and is_met(node):
        yield node
    else:
        for part in ast.iter_child_nodes(node):
            yield from _outermost(part, is_met)


def is_flat(text: Text, node: ast.AST, *, asked: _Asked, sloped: Set[str]) -> bool:
    """Whether nothing that a value gives has a slope: a comparison, a cast to whole numbers, a count of hits."""
    if isinstance(node, ast.Compare) or called(node) in _FLAT:
        return True
    if not isinstance(node, ast.Call):
        return False
    kind = argument_at(node, 1, "dtype") if called(node) == "cast" else None
    whole = kind is not None and _WHOLE.search(ast.unparse(kind)) is not None
    chosen = text.resolved(node.func)
    either = [chosen.body, chosen.orelse] if isinstance(chosen, ast.IfExp) else [chosen]
    renamed = chosen is not node.func and all(getattr(one, "attr", "") in _FLAT for one in either)
    counts = called(chosen) in _COUNTERS
    return whole or renamed or counts or _is_flat_inside(text, node, asked, sloped)


def _is_flat_inside(text: Text, call: ast.Call, asked: _Asked, sloped: Set[str]) -> bool:
    """Whether a function of the author's, or a method, is flat in all that it is given of the answer."""
    is_own = isinstance(call.func, ast.Name) or owner_of(call) == "self"
    function = text.functions.get(called(call)) if is_own else None
    if function is None:
        return False
    asked_for = arguments(function)
    met = [name for name, value in bound(function, call).items() if name in asked_for and names(value) & sloped]
    every = [value for value in (*call.args, *(one.value for one in call.keywords)) if names(value) & sloped]
    return bool(met) and len(met) == len(every) and all(flat_of(text, function, str(name), asked) for name in met)


def flat_name(node: ast.expr) -> str:
    """What to call a flat function in a message."""
    return f"{called(node)} to whole numbers" if called(node) == "cast" else called(node) or "a comparison"


_LIBRARIES = frozenset({"K", "tf", "keras", "ops", "np", "backend", "tensorflow"})
_REDUCES = frozenset({"mean", "reduce_mean", "sum", "reduce_sum", "add_n", "cast"})
_BY_INTENT = ("stop_gradient", "custom_gradient")
_DEEP = 4  # functions of the author's on the way from a loss to its terms


class Way(IntEnum):
    """How a value depends on the answers: not at all, through what is flat, or by a slope."""

    NONE = 0
    FLAT = 1
    SLOPED = 2


class Term(NamedTuple):
    """A part of a sum: the way it depends on the answers, and where it is cut, if it is somewhere."""

    way: Way
    cut: ast.expr | None


def summed(text: Text) -> Iterator[list[Term]]:
    """The terms of each loss of the author's that a model is compiled with, or that a tape is asked for."""
    for _, own in own_losses(text):
        asked = answers_of(own)
        if asked and not any(word in ast.unparse(own) for word in _BY_INTENT):
            yield _Terms(text, sloped={asked}).of(own.body)
    yield from summed_elsewhere(text)


def answers_of(own: ast.FunctionDef) -> str:
    """The argument of a loss that holds the answers; empty if it is none of labels and answers."""
    asked = [one.arg for one in own.args.args if one.arg != "self"]
    return asked[1] if len(asked) - len(own.args.defaults) <= 2 <= len(asked) else ""


def summed_elsewhere(text: Text) -> Iterator[list[Term]]:
    """The terms of losses that are no function of two arguments: of a ``lambda``, of ``partial``, or of a tape."""
    for call in text.calls({"compile"}):
        for loss in losses_given(text, call):
            made = text.resolved(loss)
            function = function_of(text, made) if isinstance(made, ast.Lambda | ast.Call) else None
            given = {one.arg for one in made.keywords} if isinstance(made, ast.Call) else set()
            asked = [one.arg for one in function.args.args if one.arg not in given] if function is not None else []
            shown = ast.unparse(function) if function is not None else ""
            partly = isinstance(made, ast.Lambda) or called(made) == "partial"
            if function is None or len(asked) < 2 or not partly or any(word in shown for word in _BY_INTENT):
                continue
            body = [ast.Return(function.body)] if isinstance(function, ast.Lambda) else function.body
            yield _Terms(text, sloped={asked[1]}).of(body)
    yield from _summed_by_hand(text)


def added(text: Text) -> Iterator[Term]:
    """What ``add_loss`` is given that is flat in all that it reads."""
    for call in text.calls({"add_loss"}):
        node = argument_at(call, 0, "losses", "loss")
        value = text.latest(node.id, call)[0] if isinstance(node, ast.Name) else node
        if value is not None and not any(word in ast.unparse(value) for word in _BY_INTENT):
            terms = _Terms(text, sloped=names(value) - {"self", *_imported(text), *text.functions}).terms(value)
            yield from terms if all(term.way is Way.FLAT for term in terms) else ()


def _summed_by_hand(text: Text) -> Iterator[list[Term]]:
    """The terms of each loss of which a tape gives the gradients, as far as they are computed under it."""
    for ask in text.calls({"gradient"}):
        target, source = argument_at(ask, 0, "target"), argument_at(ask, 1, "sources")
        source = text.latest(source.id, ask)[0] if isinstance(source, ast.Name) else source
        tape = opened_for(text, ask)
        if tape is None or not isinstance(target, ast.Name) or getattr(source, "attr", "") not in WEIGHTS:
            continue
        model = ast.unparse(getattr(source, "value", tape))
        answers = {
            one.targets[0].id for one in tape.body if isinstance(one, ast.Assign)
            and isinstance(one.targets[0], ast.Name) and _asks(one.value, model)
        }  # fmt: skip
        if answers and not any(word in ast.unparse(tape) for word in _BY_INTENT):
            followed = _Terms(text, sloped=answers, kept=frozenset(answers))
            followed.of(tape.body)
            yield followed.sums.get(target.id, [])


def _asks(node: ast.expr, model: str) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == model


@dataclass
class _Terms:
    """Follows the statements of a loss, and keeps of each variable the terms that it is the sum of.

    ``kept`` are variables that the model gives its answers to: their statement is not followed. ``entered`` are the
    functions of the author's that were followed for this loss.
    """

    text: Text
    sloped: set[str]
    lost: dict[str, ast.expr] = field(default_factory=dict)
    sums: dict[str, list[Term]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    depth: int = 0
    asked: _Asked = field(default_factory=dict)
    entered: list[str] = field(default_factory=list)

    def of(self, body: Sequence[ast.stmt]) -> list[Term]:
        """The terms of what a function returns at its end; none if it may return elsewhere."""
        for statement in body:
            if isinstance(statement, ast.Return):
                return self.terms(statement.value) if statement.value is not None else []
            if isinstance(statement, ast.With):
                found = self.of(statement.body)
                if found:
                    return found
            elif any(isinstance(part, ast.Return) for part in walk(statement)):
                return []
            else:
                self.follow(statement)
        return []

    def follow(self, statement: ast.stmt) -> None:
        """What a statement gives to variables; what is given under a condition, or by a loop, is taken for sloped."""
        if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
            changed = ast.BinOp(statement.target, statement.op, statement.value)
            self.give({statement.target.id}, self.terms(changed))
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            given = {name for target in targets for name in names(target)}
            single = isinstance(targets[0], ast.Name)
            if not given & self.kept:
                self.give(given, self.terms(statement.value) if single else [self.term(statement.value)])
        elif not isinstance(statement, ast.Expr | ast.FunctionDef):
            stored = {part.id for part in walk(statement) if isinstance(part, ast.Name)
                      and isinstance(part.ctx, ast.Store)}  # fmt: skip
            self.give(stored, [Term(Way.SLOPED, None)])

    def give(self, given: Set[str], terms: list[Term]) -> None:
        way = max((term.way for term in terms), default=Way.NONE)
        cut = next((term.cut for term in terms if term.cut is not None), None)
        terms = terms if len(terms) < _MOST else [Term(way, cut)]
        for name in given:
            self.sloped.discard(name)
            self.lost.pop(name, None)
            self.sums[name] = terms
            if way is Way.SLOPED:
                self.sloped.add(name)
            elif cut is not None:
                self.lost[name] = cut

    def terms(self, node: ast.expr) -> list[Term]:
        """The terms that a value is the sum of, but for factors that do not depend on the answers."""
        if isinstance(node, ast.Name) and node.id in self.sums:
            return self.sums[node.id]
        parts = [] if isinstance(node, ast.Constant) else self.parts(node)
        if parts is not None:
            return [term for part in parts for term in self.terms(part)]
        term = self.term(node)
        return [term] if term.way is not Way.SLOPED else self.inside(node) or [term]

    def parts(self, node: ast.expr) -> list[ast.expr] | None:
        """What a value is the sum of, or the one thing that it is a multiple of; None if it is neither."""
        if isinstance(node, ast.UnaryOp):
            return [node.operand] if isinstance(node.op, ast.USub) else None
        if isinstance(node, ast.List | ast.Tuple):
            return node.elts
        if isinstance(node, ast.BinOp):
            return [node.left, node.right] if isinstance(node.op, ast.Add | ast.Sub) else self.multiple(node)
        if isinstance(node, ast.Call) and called(node) in {"add", "subtract"} and len(node.args) == 2:
            return node.args
        if called(node) in _REDUCES and isinstance(node, ast.Call) and not self.is_flat(node):
            inner = node.args[0] if isinstance(node.func, ast.Name) and node.args else subject(node, _LIBRARIES)
            return [inner] if inner is not None else None
        return None

    def multiple(self, node: ast.BinOp) -> list[ast.expr] | None:
        """The one thing that a product is a multiple of; nothing, if the factor is 0; None if both sides matter."""
        if isinstance(node.op, ast.Mult | ast.Div):
            for factor, other in ((node.right, node.left), (node.left, node.right)):
                if self.term(factor).way is Way.NONE and (factor is node.right or isinstance(node.op, ast.Mult)):
                    return [] if getattr(factor, "value", 1) == 0 else [other]
        return None

    def inside(self, node: ast.expr) -> list[Term]:
        """The terms of what a function of the author's returns for what it is given."""
        function = self.text.functions.get(called(node)) if isinstance(node, ast.Call) else None
        own = isinstance(node, ast.Call) and (isinstance(node.func, ast.Name) or owner_of(node) == "self")
        deep = self.depth >= _DEEP or len(self.entered) >= _MOST
        if function is None or not own or not isinstance(node, ast.Call) or deep:
            return []
        self.entered.append(function.name)
        given = {str(name): self.term(part) for name, part in bound(function, node).items()}
        sloped = {name for name, term in given.items() if term.way is Way.SLOPED}
        lost = {name: term.cut for name, term in given.items() if term.way is Way.FLAT and term.cut is not None}
        inner = _Terms(self.text, sloped, lost, depth=self.depth + 1, asked=self.asked, entered=self.entered)
        return inner.of(function.body)

    def term(self, node: ast.expr) -> Term:
        """How one value depends on the answers; by a slope, as soon as that is not known."""
        cuts = [part for part in _outermost(node, self.is_flat) if names(part) & (self.sloped | self.lost.keys())]
        shut = {id(part) for one in (*cuts, *_outermost(node, _is_size)) for part in walk(one)}
        rest = [part for part in walk(node) if id(part) not in shut]
        read = {part.id for part in rest if isinstance(part, ast.Name)}
        cut = next(iter(cuts), None) or next((self.lost[name] for name in sorted(read & self.lost.keys())), None)
        if read & self.sloped or (cut is not None and not self.is_closed(rest)):
            return Term(Way.SLOPED, cut)
        return Term(Way.NONE if cut is None else Way.FLAT, cut)

    def is_flat(self, node: ast.AST) -> bool:
        return is_flat(self.text, node, asked=self.asked, sloped=self.sloped | self.lost.keys())

    def is_closed(self, nodes: Sequence[ast.AST]) -> bool:
        """Whether nodes call nothing that may have weights, and read no tensor from elsewhere."""
        free = {*dir(builtins), *self.text.functions, *_imported(self.text)}
        tensors = {*self.sloped, *self.lost, *self.sums}
        for part in nodes:
            if isinstance(part, ast.Call):
                owner = owner_of(part).partition(".")[0].partition("(")[0]
                own = owner == "self" and called(part) in self.text.functions
                if not own and owner not in free and (owner not in tensors or isinstance(part.func, ast.Name)):
                    return False
            elif isinstance(part, ast.Name) and part.id not in free and not self.is_local(part):
                return False
        return True

    def is_local(self, name: ast.Name) -> bool:
        """Whether a variable is one of the function that reads it, or nothing that the program gave a value."""
        here = self.text.function_of(name)
        given = self.text.givers(name.id)
        return not given or any(self.text.function_of(one) == here for one in given)


def _imported(text: Text) -> set[str]:
    every: list[ast.Import | ast.ImportFrom] = [*text.all(ast.Import), *text.all(ast.ImportFrom)]
    return {(alias.asname or alias.name).partition(".")[0] for node in every for alias in node.names}
