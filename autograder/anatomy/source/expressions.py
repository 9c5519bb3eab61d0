"""Values of expressions. What cannot be known is Unknown; nothing raises but Spent, Stopped and Uncertain."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial
from typing import Any

from autograder.anatomy.source import answers, arrays, fold, names
from autograder.anatomy.source.machine import Call, Machine
from autograder.anatomy.source.store import Fields
from autograder.anatomy.source.syntax import asks_version
from autograder.anatomy.source.values import (
    MAX_ITEMS,
    MAX_TEXT,
    Bound,
    Function,
    Items,
    Layer,
    Model,
    Name,
    Scope,
    Table,
    Tensor,
)
from autograder.anatomy.text import WEIGHTS
from autograder.anatomy.training import RATE, Data, Use
from autograder.anatomy.unknown import Place, Unknown

BUILTINS = frozenset(dir(__builtins__) if not isinstance(__builtins__, dict) else __builtins__)
_RATES = frozenset({"learning_rate", "lr", "iterations"})


class Expressions(Machine):
    """The evaluator of expressions."""

    def attribute(self, value: Any, name: str, place: Place) -> Any:
        """What an attribute gives."""
        raise NotImplementedError

    def operate(self, kind: type[ast.AST], left: Any, right: Any, node: ast.AST) -> Any:
        """An operator on values that are not both constants."""
        raise NotImplementedError

    def element(self, value: Any, index: Any, node: ast.AST) -> Any:
        """``value[index]``."""
        raise NotImplementedError

    def iterate(self, value: Any) -> list[Any] | None:
        """The items of a value; None if they cannot be known."""
        raise NotImplementedError

    def eval(self, node: ast.expr, scope: Scope) -> Any:
        """The value of an expression."""
        handler = _EVAL.get(type(node))
        self.store.enter()
        try:
            return handler(self, node, scope) if handler else self.unknown("this is not followed", node)
        finally:
            self.store.depth -= 1

    def truth(self, value: Any) -> bool | None:
        """Whether a value counts as true; None if that is unknown."""
        if fold.is_constant(value):
            return bool(value)
        if isinstance(value, Items | Table):
            return None if value.items is None else bool(value.items)
        return None

    def lookup(self, name: str, scope: Scope, node: ast.AST) -> Any:
        """What a name means here."""
        holder = scope.holder(name)
        if holder is not None:
            return holder[name]
        for module in reversed(self.stars):
            if names.submodules(module):
                if full := names.star_has(module, name):
                    return Name(full)
            elif name not in BUILTINS:
                return self._undefined(name, f"{name} may come from {module}", node)
        if name in BUILTINS:
            return Name(f"builtins.{name}")
        full = names.implied(name)
        return Name(full) if full else self._undefined(name, f"{name} is not defined here", node)

    def _undefined(self, name: str, reason: str, node: ast.AST) -> Unknown:
        """Nobody knows its value, but it is the same wherever the name stands."""
        return self.undefined.setdefault(name, self.unknown(reason, node))

    def _constant(self, node: ast.Constant, scope: Scope) -> Any:
        value = node.value
        if isinstance(value, str | bytes) and len(value) > MAX_TEXT:
            return self.unknown("a very long text", node)
        if isinstance(value, int) and abs(value) > fold.MAX_NUMBER:
            return self.unknown("a very large number", node)
        return (
            value if isinstance(value, fold.CONSTANTS) or value is ... else self.unknown("this is not followed", node)
        )

    def _name(self, node: ast.Name, scope: Scope) -> Any:
        return self.lookup(node.id, scope, node)

    def _attribute(self, node: ast.Attribute, scope: Scope) -> Any:
        found = self.attribute(self.owner(node, scope), node.attr, self.place(node))
        column = isinstance(found, Bound) and found.name not in _OF_TABLES and _is_table(found.owner)
        return self.element(found.owner, found.name, node) if column else found

    def owner(self, node: ast.Attribute, scope: Scope) -> Any:
        """What an attribute is asked of. Who asks a model's optimizer for its rate gets no weights to train."""
        optimizer = node.value
        if node.attr in _RATES and isinstance(optimizer, ast.Attribute) and optimizer.attr == "optimizer":
            model = self.eval(optimizer.value, scope)
            if isinstance(model, Model):
                self.happen(model, Use(self.place(node), True, RATE))
                return self.unknown("the optimizer of a model", node)
            return self.attribute(model, optimizer.attr, self.place(optimizer))
        return self.eval(optimizer, scope)

    def _callee(self, node: ast.expr, scope: Scope) -> Any:
        """What is called: an attribute of a table is a method then, not a column."""
        if isinstance(node, ast.Attribute):
            return self.attribute(self.eval(node.value, scope), node.attr, self.place(node))
        return self.eval(node, scope)

    def _binary(self, node: ast.BinOp, scope: Scope) -> Any:
        return self.operate(type(node.op), self.eval(node.left, scope), self.eval(node.right, scope), node)

    def _unary(self, node: ast.UnaryOp, scope: Scope) -> Any:
        value = self.eval(node.operand, scope)
        if isinstance(node.op, ast.Not):
            truth = self.truth(value)
            return self.unknown("unknown condition", node) if truth is None else not truth
        if fold.is_constant(value):
            return fold.unary(type(node.op), value)
        return self.operate(type(node.op), value, None, node)

    def _boolean(self, node: ast.BoolOp, scope: Scope) -> Any:
        stops = isinstance(node.op, ast.Or)
        unsure = False
        value: Any = None
        for part in node.values:
            if unsure:  # it may not be looked at
                self.both([partial(self.eval, part, scope), lambda: None])
                continue
            value = self.eval(part, scope)
            truth = self.truth(value)
            if truth is stops:
                return value
            unsure = truth is None
        return self.unknown("unknown condition", node) if unsure else value

    def _compare(self, node: ast.Compare, scope: Scope) -> Any:
        left, result = self.eval(node.left, scope), True
        for operator, part in zip(node.ops, node.comparators, strict=True):
            right = self.eval(part, scope)
            result = self._compared(type(operator), left, right, node)
            if isinstance(result, Unknown) or not result:
                return result
            left = right
        return result

    def _compared(self, kind: type[ast.cmpop], left: Any, right: Any, node: ast.AST) -> Any:
        if isinstance(right, Items) and right.items is not None:
            right = right.items
        if isinstance(right, Table) and right.items is not None:
            right = tuple(right.items)
        if kind in (ast.Is, ast.IsNot, ast.Eq, ast.NotEq) and not isinstance(left, Unknown) and right is None:
            return (left is None) is (kind in (ast.Is, ast.Eq))
        kind = {ast.Is: ast.Eq, ast.IsNot: ast.NotEq}.get(kind, kind)
        if fold.is_constant(left) and fold.is_constant(right):
            return fold.compare(kind, left, right)
        found: Any = answers.compared(self, kind, left, right, self.place(node))
        found = arrays.masked(self, kind, left, right) if found is None else found
        return self.unknown("unknown comparison", node) if found is None else found

    def _choice(self, node: ast.IfExp, scope: Scope) -> Any:
        asks = asks_version(node.test)
        self.guarded += asks
        try:
            return self._chosen(node, scope)
        finally:
            self.guarded -= asks

    def _chosen(self, node: ast.IfExp, scope: Scope) -> Any:
        truth = self.truth(self.eval(node.test, scope))
        if truth is not None:
            return self.eval(node.body if truth else node.orelse, scope)
        return self.store.joined(
            self.both([lambda: self.eval(node.body, scope), lambda: self.eval(node.orelse, scope)])
        )

    def _sequence(self, nodes: list[ast.expr], scope: Scope) -> tuple[Any, ...] | None:
        found: list[Any] = []
        for node in nodes:
            if isinstance(node, ast.Starred):
                items = self.iterate(self.eval(node.value, scope))
                if items is None:
                    return None
                found += items
            else:
                found.append(self.eval(node, scope))
            if len(found) > MAX_ITEMS:
                return None
        return tuple(found)

    def _tuple(self, node: ast.Tuple, scope: Scope) -> Any:
        items = self._sequence(node.elts, scope)
        return self.unknown("a sequence that could not be followed", node) if items is None else items

    def _list(self, node: ast.List | ast.Set, scope: Scope) -> Any:
        items = self._sequence(node.elts, scope)
        return self.unknown("a list that could not be followed", node) if items is None else self.items(*items)

    def _dict(self, node: ast.Dict, scope: Scope) -> Any:
        found: dict[Any, Any] = {}
        for key_node, value_node in zip(node.keys, node.values, strict=True):
            value = self.eval(value_node, scope)
            if key_node is None:
                inner = value.items if isinstance(value, Table) else None
                if inner is None:
                    return self.unknown("a dictionary that could not be followed", node)
                found |= inner
                continue
            key = self.eval(key_node, scope)
            if not fold.is_constant(key):
                self.escape(value)
                return self.unknown("a dictionary that could not be followed", node)
            found[key] = value
        return self.table(found)

    def _text(self, node: ast.JoinedStr, scope: Scope) -> Any:
        parts = []
        for part in node.values:
            value = self.eval(part, scope)
            if not isinstance(value, str):
                return self.unknown("a text that could not be followed", node)
            parts.append(value)
        return fold.text_method("", "join", [parts])

    def _formatted(self, node: ast.FormattedValue, scope: Scope) -> Any:
        value = self.eval(node.value, scope)
        if node.format_spec is not None or node.conversion != -1 or not isinstance(value, bool | int | float | str):
            return self.unknown("a text that could not be followed", node)
        return fold.shown(value)

    def _lambda(self, node: ast.Lambda, scope: Scope) -> Any:
        return Function(node, scope, self.defaults(node.args, scope), cell=self.cell)

    def defaults(self, arguments: ast.arguments, scope: Scope) -> dict[str, Any]:
        """The default values in a signature."""
        positional = [*arguments.posonlyargs, *arguments.args]
        count = len(arguments.defaults)
        found = {
            argument.arg: self.eval(value, scope)
            for argument, value in zip(positional[-count:] if count else [], arguments.defaults, strict=False)
        }
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=False):
            if default is not None:
                found[argument.arg] = self.eval(default, scope)
        return found

    def _comprehension(self, node: ast.ListComp | ast.GeneratorExp | ast.SetComp, scope: Scope) -> Any:
        found = self._generated(node.generators, lambda inner: self.eval(node.elt, inner), scope)
        if found is None and not isinstance(node, ast.ListComp):
            return self.unknown("a comprehension that could not be followed", node)
        if found is not None or not isinstance(node, ast.ListComp):
            return self.items(*(found or ()))
        made = Items(self.fields(items=None))
        made.grow(self.store, self._any(node, scope))
        return made

    def _any(self, node: ast.ListComp, scope: Scope) -> Any:
        """One of the items of a comprehension whose length is not known, if it is data or numbers."""
        inner, mark = Scope(Fields(self.store), scope), self.store.mark()
        for generator in node.generators:
            self.assign(generator.target, self._some(generator.iter, inner, generator.target), inner)
        found = self.eval(node.elt, inner)
        changes = self.store.undo(mark)
        self.store.redo({where: change for where, change in changes.items() if change[1] == "answers"})
        return found

    def _some(self, asked: ast.expr, scope: Scope, target: ast.expr) -> Any:
        """One of the items of what a comprehension goes through; of those that are put side by side, one of each."""
        if isinstance(asked, ast.Call) and isinstance(asked.func, ast.Name) and asked.func.id == "zip":
            return tuple(self._some(part, scope, target) for part in asked.args)
        value = self.eval(asked, scope)
        alike = value.each if isinstance(value, Items) and value.items is None else ()
        tensor = len(alike) == 1 and isinstance(alike[0], Tensor)
        return alike[0] if tensor else self.one_of(value, asked, self.place(target))

    def _dict_comprehension(self, node: ast.DictComp, scope: Scope) -> Any:
        found = self._generated(
            node.generators, lambda inner: (self.eval(node.key, inner), self.eval(node.value, inner)), scope
        )
        if found is None or not all(fold.is_constant(key) for key, _ in found):
            return self.unknown("a comprehension that could not be followed", node)
        return self.table(dict(found))

    def _generated(
        self, generators: list[ast.comprehension], make: Callable[[Scope], Any], scope: Scope
    ) -> list[Any] | None:
        """What a comprehension makes, in order; None if an iterable or a condition is unknown."""
        inner = Scope(Fields(self.store), scope)
        found: list[Any] = []

        def descend(level: int) -> bool:
            if level == len(generators):
                found.append(make(inner))
                return len(found) <= MAX_ITEMS
            generator = generators[level]
            items = self.iterate(self.eval(generator.iter, inner))
            if items is None:
                return False
            for item in items:
                self.store.spend()
                self.assign(generator.target, item, inner)
                truths = [self.truth(self.eval(condition, inner)) for condition in generator.ifs]
                if None in truths:
                    return False
                if all(truths) and not descend(level + 1):
                    return False
            return True

        return found if descend(0) else None

    def assign(self, target: ast.expr, value: Any, scope: Scope) -> None:
        """Give a value to a target."""
        raise NotImplementedError

    def any_item(self, value: Any, place: Place) -> Any:
        """Any item of data, or of what is known to give one thing after the other; None for all else."""
        raise NotImplementedError

    def one_of(self, value: Any, asked: ast.expr, place: Place) -> Any:
        """Any item of a value whose items are not known; ``asked`` is what gives it."""
        raise NotImplementedError

    def _walrus(self, node: ast.NamedExpr, scope: Scope) -> Any:
        value = self.eval(node.value, scope)
        self.assign(node.target, value, scope)
        return value

    def _subscript(self, node: ast.Subscript, scope: Scope) -> Any:
        return self.element(self.eval(node.value, scope), self.eval(node.slice, scope), node)

    def _slice(self, node: ast.Slice, scope: Scope) -> Any:
        parts = [self.eval(part, scope) if part else None for part in (node.lower, node.upper, node.step)]
        return slice(*parts)

    def _call(self, node: ast.Call, scope: Scope) -> Any:
        callee = self._callee(node.func, scope)
        if self._counts_weights(callee, node, scope):
            return self.unknown("how many weights there are", node)
        arguments: list[Any] = []
        keywords: dict[str, Any] = {}
        unfollowed = False
        for part in node.args:
            value = self.eval(part.value if isinstance(part, ast.Starred) else part, scope)
            items = self.iterate(value) if isinstance(part, ast.Starred) else [value]
            unfollowed = unfollowed or items is None
            arguments += items or []
        for keyword in node.keywords:
            value = self.eval(keyword.value, scope)
            if keyword.arg is not None:
                keywords[keyword.arg] = value
                continue
            items_given = value.items if isinstance(value, Table) else None
            if items_given is None or not all(isinstance(key, str) for key in items_given):
                unfollowed = True
            else:
                keywords |= items_given
        if isinstance(callee, Name) and callee.dotted in _NEEDS_SCOPE:
            for value in arguments:
                self.forget(value)
            return self.special(callee.dotted, node, scope)
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        return self.call(callee, Call(tuple(arguments), keywords, self.place(node), unfollowed, name))

    def _counts_weights(self, callee: Any, node: ast.Call, scope: Scope) -> bool:
        """``len(model.trainable_variables)``: who counts a model's weights gets none to train."""
        if not isinstance(callee, Name) or callee.dotted != "builtins.len" or len(node.args) != 1:
            return False
        counted = node.args[0]
        named = isinstance(counted, ast.Attribute) and counted.attr in WEIGHTS
        owner = counted.value if isinstance(counted, ast.Attribute) and named else None
        return isinstance(owner, ast.Name) and isinstance(self.eval(owner, scope), Model | Layer)

    def special(self, name: str, node: ast.Call, scope: Scope) -> Any:
        """``super()``, ``locals()`` and their like."""
        if name == "builtins.super":
            return Bound(None, "super")
        return self.unknown("this looks into the running program", node)

    def _awaited(self, node: ast.Await, scope: Scope) -> Any:
        return self.eval(node.value, scope)


def _is_table(value: Any) -> bool:
    """Whether this is a table whose columns can be asked for as attributes."""
    whole = isinstance(value, Data) and value.part is None and len(value.shape or ()) == 2
    return whole and bool(value.origin.startswith("pandas."))


_OF_TABLES = frozenset(
    {"index", "columns", "dtypes", "str", "dt", "plot", "attrs", "size", "ndim", "empty", "axes", "at"}
)
_NEEDS_SCOPE = frozenset({f"builtins.{name}" for name in ("super", "locals", "globals", "vars", "eval", "exec")})
_EVAL: dict[type[ast.AST], Callable[[Expressions, Any, Scope], Any]] = {
    ast.Constant: Expressions._constant,
    ast.Name: Expressions._name,
    ast.Attribute: Expressions._attribute,
    ast.BinOp: Expressions._binary,
    ast.UnaryOp: Expressions._unary,
    ast.BoolOp: Expressions._boolean,
    ast.Compare: Expressions._compare,
    ast.IfExp: Expressions._choice,
    ast.Tuple: Expressions._tuple,
    ast.List: Expressions._list,
    ast.Set: Expressions._list,
    ast.Dict: Expressions._dict,
    ast.JoinedStr: Expressions._text,
    ast.FormattedValue: Expressions._formatted,
    ast.Lambda: Expressions._lambda,
    ast.ListComp: Expressions._comprehension,
    ast.GeneratorExp: Expressions._comprehension,
    ast.SetComp: Expressions._comprehension,
    ast.DictComp: Expressions._dict_comprehension,
    ast.NamedExpr: Expressions._walrus,
    ast.Subscript: Expressions._subscript,
    ast.Slice: Expressions._slice,
    ast.Call: Expressions._call,
    ast.Await: Expressions._awaited,
}
