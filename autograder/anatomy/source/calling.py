"""Calls of functions and classes that the author wrote."""

from __future__ import annotations

import ast
from contextlib import suppress
from typing import Any

from autograder.anatomy.source import records
from autograder.anatomy.source.expressions import Expressions
from autograder.anatomy.source.machine import Call, Frame, Stopped, Uncertain
from autograder.anatomy.source.store import Fields
from autograder.anatomy.source.values import (
    Class,
    Function,
    Instance,
    Layer,
    Model,
    Name,
    Scope,
    Tensor,
    Thing,
)
from autograder.anatomy.unknown import Unknown

MAX_RECURSION = 4


class Return:
    """The signal that a function ends."""

    def __init__(self, value: Any) -> None:
        self.value = value


class Calling(Expressions):
    """The part of the evaluator that follows calls into the author's own code."""

    def block(self, body: list[ast.stmt], scope: Scope) -> Any:
        """Follow statements; the signal with which they end, or None."""
        raise NotImplementedError

    def call_function(self, function: Function, call: Call) -> Any:
        """What a function of the author's gives."""
        self.called.add(id(function.node))
        if sum(frame.node is function.node for frame in self.frames) >= MAX_RECURSION:
            return Unknown("it calls itself", call.place)
        names = self._bound(function, call)
        scope = Scope(names, function.scope)
        cell, self.cell = self.cell, function.cell or self.cell
        frame = Frame(function.node, place=call.place)
        self.frames.append(frame)
        try:
            value = self._value_of(function, scope, frame)
        except Uncertain:  # a loop's signal does not leave its function
            value = Unknown("it could not be followed", call.place)
        except Stopped:
            if not frame.maybe:
                raise
            value = self.store.joined(frame.maybe)
        finally:
            self.frames.pop()
            self.cell = cell
        return value

    def _value_of(self, function: Function, scope: Scope, frame: Frame) -> Any:
        if isinstance(function.node, ast.Lambda):
            return self.eval(function.node.body, scope)
        if _generates(function.node):
            return Unknown("a generator")
        signal = self.block(function.node.body, scope)
        value = signal.value if isinstance(signal, Return) else None
        return self.store.joined([*frame.maybe, value])

    def _bound(self, function: Function, call: Call) -> Fields:
        """The parameters' values."""
        signature = function.node.args
        positional = [argument.arg for argument in (*signature.posonlyargs, *signature.args)]
        every = [*positional, *(argument.arg for argument in signature.kwonlyargs)]
        names = self.fields()
        for name in every:
            default = function.defaults.get(name, Unknown(f"argument {name}", call.place))
            names[name] = Unknown(f"argument {name}", call.place) if call.open else default
        names.update(zip(positional, call.arguments, strict=False))
        extra: dict[str, Any] = {}
        for name, value in call.keywords.items():
            (names if name in every else extra)[name] = value
        if signature.vararg:
            rest = call.arguments[len(positional) :]
            names[signature.vararg.arg] = Unknown("arguments", call.place) if call.open else tuple(rest)
        if signature.kwarg:
            names[signature.kwarg.arg] = Unknown("arguments", call.place) if call.open else self.table(extra)
        return names

    def instantiate(self, kind: Class, call: Call) -> Any:
        """A new object of a class of the author's."""
        self.called.add(id(kind))
        made: Any
        if kind.base == "models":
            made = self.model("subclass", kind.name, call.place, ends=self._ends(kind, call))
        elif kind.base == "layers":
            made = self.layer(kind.name, {}, call.place, opaque=True)
        elif kind.base:
            made = Thing(kind.base, kind.name, {}, call.place, own=True)
        else:
            made = Instance(kind, self.fields())
        self.instances[id(kind)] = made
        self.initialise(made, kind, call)
        return made

    def _ends(self, kind: Class, call: Call) -> Any:
        """The tensor that a model of the author's ends in, if it is made as ``Mine(inputs, outputs)``."""
        given = call.argument(1, "outputs")
        return given if self.member(kind, "call") is None and isinstance(given, Tensor) else None

    def initialise(self, made: Any, kind: Class, call: Call) -> None:
        """Follow ``__init__``."""
        if isinstance(made, Model | Layer):
            self.store.set(made.fields, "class", kind)
        function = self.member(kind, "__init__")
        if isinstance(function, Function):
            self.call_function(function, Call((made, *call.arguments), call.keywords, call.place, call.open))
        elif kind.records:
            self._record(made, kind, call)
        elif isinstance(made, Instance):
            self.escape_all(call.values)

    def _record(self, made: Any, kind: Class, call: Call) -> None:
        """What the ``__init__`` of a dataclass does."""
        for name, value in records.values(self, kind, call):
            self.store.set(made.fields, name, value)
        after = self.member(kind, "__post_init__")
        if isinstance(after, Function):
            self.call_function(after, Call((made,), {}, call.place))

    def member(self, kind: Class, name: str, depth: int = 0) -> Any:
        """A member of a class or of the classes it descends from; None if there is none."""
        if name in kind.members:
            return kind.members[name]
        for parent in kind.parents if depth < 10 else ():
            found = self.member(parent, name, depth + 1) if isinstance(parent, Class) else None
            if found is not None:
                return found
        return None

    def call_method(self, owner: Any, kind: Class, function: Function, call: Call) -> Any:
        """Call a function with the object it belongs to in front."""
        static = any(isinstance(mark, ast.Name) and mark.id == "staticmethod" for mark in _marks(function))
        first = () if static else (owner,)
        return self.call_function(function, Call((*first, *call.arguments), call.keywords, call.place, call.open))

    def is_property(self, function: Any) -> bool:
        """Whether a function of a class is called when it is looked at."""
        return isinstance(function, Function) and any(
            isinstance(mark, ast.Name) and mark.id in {"property", "cached_property"} for mark in _marks(function)
        )

    def uncalled(self, function: Function, owner: Any) -> None:
        """Follow a function that the program never calls, with its defaults; only what it makes itself is kept."""
        since, mark = self.store.tick(), self.store.mark()
        place = self.place(function.node)
        arguments = () if owner is None else (owner,)
        with suppress(Stopped):
            self.escape(self.call_function(function, Call(arguments, {}, place)))  # to whoever calls it after all
        changes = self.store.undo(mark)
        own = owner.fields if isinstance(owner, Instance | Model | Layer) else None
        kept = {
            key: change
            for key, change in changes.items()
            if change[0].born > since or change[0] is self.met or change[0] is own or key[1] == "used"
        }
        self.store.redo(kept)


def _generates(node: ast.AST) -> bool:
    """Whether a function has a ``yield`` of its own."""
    todo = list(ast.iter_child_nodes(node))
    while todo:
        part = todo.pop()
        if isinstance(part, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            todo += ast.iter_child_nodes(part)
    return False


def _marks(function: Function) -> list[ast.expr]:
    return getattr(function.node, "decorator_list", [])


def bases(values: list[Any]) -> str:
    """The group of Keras that a class with these parents descends from; empty for none."""
    from autograder.anatomy.source import names  # noqa: PLC0415

    for value in values:
        if isinstance(value, Name):
            group, last = names.resolve(value.dotted)
            if group:
                return "models" if last in {"Model", "Sequential", "Functional"} else group
        elif isinstance(value, Class) and value.base:
            return value.base
    return ""
