"""What statements do."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from autograder.anatomy.source import fold, graph, names, records, spellings
from autograder.anatomy.source.calling import Calling, Return, bases
from autograder.anatomy.source.machine import Stopped, Uncertain
from autograder.anatomy.source.store import Changes, Merging
from autograder.anatomy.source.syntax import asks_version
from autograder.anatomy.source.values import (
    Bound,
    Class,
    Collected,
    Events,
    Function,
    Items,
    Model,
    Name,
    Scope,
    Table,
)
from autograder.anatomy.text import called, constant
from autograder.anatomy.training import COLUMN, FILLED, ONE_FILLED, Data, Step
from autograder.anatomy.unknown import Place, Unknown

_NO_COLUMNS = frozenset({"columns", "index", "name", "attrs", "flags"})
_PLACES = frozenset({"loc", "iloc", "at", "iat"})
MAX_ROUNDS = 100
MAX_LOOP_STEPS = 15_000
BREAK, CONTINUE = object(), object()


class Statements(Calling):
    """The evaluator of statements. A signal says how a block ends: None, BREAK, CONTINUE or a Return."""

    def set_attribute(self, value: Any, name: str, new: Any, place: Place) -> None:
        """``value.name = new``."""
        raise NotImplementedError

    def block(self, body: list[ast.stmt], scope: Scope) -> Any:
        """Follow statements up to the first signal."""
        for statement in body:
            signal = self.run(statement, scope)
            if signal is not None:
                return signal
        return None

    def run(self, node: ast.stmt, scope: Scope) -> Any:
        """Follow one statement."""
        handler = _RUN.get(type(node))
        self.store.enter()
        try:
            return handler(self, node, scope) if handler else None
        finally:
            self.store.depth -= 1

    def assign(self, target: ast.expr, value: Any, scope: Scope) -> None:
        """Give a value to a name, an attribute, an element, or several targets at once."""
        if isinstance(target, ast.Name):
            self._name_value(target.id, value, scope)
        elif isinstance(target, ast.Tuple | ast.List):
            self._unpack(target, value, scope)
        elif isinstance(target, ast.Starred):
            self.assign(target.value, value, scope)
        elif isinstance(target, ast.Attribute):
            owner = self.owner(target, scope)
            if isinstance(owner, Data) and target.attr == "shape" and isinstance(target.value, ast.Name):
                self._name_value(target.value.id, replace(owner, shape=None), scope)
            elif isinstance(owner, Data) and target.attr not in _NO_COLUMNS:
                self._set_column(target.value, target.attr, value, scope)
            self.set_attribute(owner, target.attr, value, self.place(target))
        elif isinstance(target, ast.Subscript):
            self._set_element(target, value, scope)

    def _name_value(self, name: str, value: Any, scope: Scope) -> None:
        holder = scope.names
        if name in scope.names.get("global ", ()):
            holder = self.globals.names
        elif name in scope.names.get("nonlocal ", ()) and scope.parent is not None:
            holder = scope.parent.holder(name) or holder
        self.store.set(holder, name, value)
        if isinstance(value, Model) and name not in value.fields["names"]:
            self.store.set(value.fields, "names", Collected((*value.fields["names"], name)))

    def _unpack(self, target: ast.Tuple | ast.List, value: Any, scope: Scope) -> None:
        count = len(target.elts)
        starred = [at for at, part in enumerate(target.elts) if isinstance(part, ast.Starred)]
        items = self.parts(value, count) if not starred else self.iterate(value)
        if items is None or (len(items) != count and not starred) or len(items) < count - 1:
            self.escape(value)
            items = [Unknown("unpacked from something unknown", self.place(target)) for _ in target.elts]
        elif starred:
            first, after = starred[0], count - starred[0] - 1
            middle = self.items(*items[first : len(items) - after])
            items = [*items[:first], middle, *items[len(items) - after :]]
        for part, item in zip(target.elts, items, strict=False):
            self.assign(part, item, scope)

    def parts(self, value: Any, count: int) -> list[Any] | None:
        """The items of a value that is unpacked into ``count`` targets."""
        raise NotImplementedError

    def _set_element(self, target: ast.Subscript, value: Any, scope: Scope) -> None:
        owner, index = self.eval(target.value, scope), self.eval(target.slice, scope)
        if isinstance(owner, Table):
            items = owner.items
            known = items is not None and fold.is_constant(index)
            self.store.set(
                owner.fields, "items", {**(items or {}), index: value} if known else Unknown("a dictionary")
            )
        elif isinstance(owner, Items):
            found = owner.items
            if found is not None and type(index) is int and -len(found) <= index < len(found):
                at = index % len(found)
                self.store.set(owner.fields, "items", (*found[:at], value, *found[at + 1 :]))
            else:
                self.store.set(owner.fields, "items", Unknown("a list"))
        elif isinstance(owner, Data) and isinstance(target.value, ast.Name):
            table = isinstance(index, str) and owner.origin.startswith("pandas.")
            other = value if isinstance(value, Data) else None
            changed = Step("unknown", (COLUMN, index) if table else _filled(owner, index, value), other=other)
            columns = owner.shape and (owner.shape[0], *(None for _ in owner.shape[1:]))
            shape = columns if isinstance(index, str) else owner.shape  # a table may get another column
            steps = owner.steps if owner.steps[-1:] == (changed,) else (*owner.steps, changed)
            self._name_value(target.value.id, replace(owner, steps=steps, shape=shape), scope)
        elif isinstance(owner, Data) and isinstance(target.value, ast.Attribute) and target.value.attr in _PLACES:
            self._set_place(target.value.value, index, value, scope)
        self.escape(value)

    def _set_place(self, target: ast.expr, index: Any, value: Any, scope: Scope) -> None:
        """``table.loc[:, "price"] = …``; of some rows only, nobody knows what the column holds then."""
        if isinstance(index, tuple) and index and isinstance(index[-1], str):
            self._set_column(target, index[-1], value if index[0] == slice(None) else None, scope)

    def _set_column(self, target: ast.expr, column: str, value: Any, scope: Scope) -> None:
        """``table.price = …``: the table that a name holds has another column."""
        table = self.eval(target, scope) if isinstance(target, ast.Name) else None
        if isinstance(target, ast.Name) and isinstance(table, Data) and table.origin.startswith("pandas."):
            changed = Step("unknown", (COLUMN, column), other=value if isinstance(value, Data) else None)
            self._name_value(target.id, replace(table, steps=(*table.steps, changed)), scope)

    def _expression(self, node: ast.Expr, scope: Scope) -> None:
        self.eval(node.value, scope)
        column = _changed_in_place(node.value)
        if column is not None and isinstance(name := constant(column.slice), str):
            self._set_column(column.value, name, None, scope)

    def _assignment(self, node: ast.Assign, scope: Scope) -> None:
        value = self.eval(node.value, scope)
        for target in node.targets:
            self.assign(target, value, scope)

    def _annotated(self, node: ast.AnnAssign, scope: Scope) -> None:
        if node.value is not None:
            self.assign(node.target, self.eval(node.value, scope), scope)

    def _augmented(self, node: ast.AugAssign, scope: Scope) -> None:
        old, new = self.eval(node.target, scope), self.eval(node.value, scope)
        if isinstance(old, Items) and isinstance(node.op, ast.Add):
            items = self.iterate(new)
            joined = None if items is None or old.items is None else (*old.items, *items)
            self.store.set(old.fields, "items", joined if joined is not None else Unknown("a list"))
            old.grow(self.store, Unknown("an item of another list"))
            return
        found = self.operate(type(node.op), old, new, node)
        if isinstance(old, Table) and isinstance(node.op, ast.BitOr):
            known = found.items if isinstance(found, Table) else None
            self.store.set(old.fields, "items", Unknown("a dictionary") if known is None else known)
            return
        self.assign(node.target, found, scope)

    def _if(self, node: ast.If, scope: Scope) -> Any:
        asks = asks_version(node.test)
        self.guarded += asks
        try:
            return self._if_followed(node, scope)
        finally:
            self.guarded -= asks

    def _if_followed(self, node: ast.If, scope: Scope) -> Any:
        truth = self.truth(self.eval(node.test, scope))
        if truth is not None:
            return self.block(node.body if truth else node.orelse, scope)
        return self._either([lambda: self.block(node.body, scope), lambda: self.block(node.orelse, scope)])

    def _either(self, ways: list[Callable[[], Any]]) -> Any:
        """Follow all ways; one signal for all of their signals."""
        signals = self.both(ways)
        if all(signal is signals[0] for signal in signals):
            return signals[0]
        if not self.loose and (BREAK in signals or CONTINUE in signals):
            raise Uncertain
        returned = [signal.value for signal in signals if isinstance(signal, Return)]
        if len(returned) == len(signals):
            return Return(self.store.joined(returned))
        self.frames[-1].maybe += returned
        return None

    def _for(self, node: ast.For | ast.AsyncFor, scope: Scope) -> Any:
        value = self.eval(node.iter, scope)
        items = self.iterate(value)
        items = self._in_any_order(node, value) if items is None else items
        if items is None or len(items) > MAX_ROUNDS:
            self.escape(value)
            item = self.one_of(value, node.iter, self.place(node.target))
            return self._unknown_loop(lambda: self._round(node, item, scope), sure=items is not None)
        mark, start = self.store.mark(), self.store.steps
        loose, self.loose = self.loose, False
        try:
            for item in items:
                signal = self._round(node, item, scope)
                if self.store.steps - start > MAX_LOOP_STEPS:
                    raise Uncertain
                if signal is BREAK:
                    return None
                if isinstance(signal, Return):
                    return signal
        except Uncertain:
            self.store.undo(mark)
            item = self.store.joined(items)
            return self._unknown_loop(lambda: self._round(node, item, scope), sure=True)
        finally:
            self.loose = loose
        return self.block(node.orelse, scope)

    def _in_any_order(self, node: ast.For | ast.AsyncFor, value: Any) -> list[Any] | None:
        """The layers of a model whose order is not known, where all of them are frozen, or none; None for others."""
        whole = isinstance(node.iter, ast.Attribute) and isinstance(value, Bound) and value.name == "layers"
        given = node.body[0] if len(node.body) == 1 and isinstance(node.body[0], ast.Assign) else None
        target = given.targets[0] if given is not None and isinstance(given.value, ast.Constant) else None
        named = isinstance(target, ast.Attribute) and target.attr == "trainable"
        same = isinstance(target, ast.Attribute) and ast.unparse(target.value) == ast.unparse(node.target)
        if not (whole and named and same and isinstance(value.owner, Model)):
            return None
        found = graph.members(value.owner)
        return found if found and not any(isinstance(layer, Unknown) for layer in found) else None

    def one_of(self, value: Any, asked: ast.expr, place: Place) -> Any:
        """Any item of a value whose items are not known; ``asked`` is what gives it."""
        if isinstance(value, Bound) and value.name == "layers":
            return value
        item = self.any_item(value, place)
        whole = called(asked) in {"range", "trange"}
        return Unknown("one of many", place, whole=whole) if item is None else item

    def _round(self, node: ast.For | ast.AsyncFor, item: Any, scope: Scope) -> Any:
        self.store.spend()
        self.assign(node.target, item, scope)
        return self.block(node.body, scope)

    def _while(self, node: ast.While, scope: Scope) -> Any:
        if self.truth(self.eval(node.test, scope)) is False:
            return self.block(node.orelse, scope)
        return self._unknown_loop(lambda: self.block(node.body, scope))

    def _unknown_loop(self, round_: Callable[[], Any], *, sure: bool = False) -> Any:
        """A loop of an unknown number of rounds: what changes in it is unknown, what happens in it uncertain.

        Args:
            round_: follows one of them.
            sure: whether there is at least one.
        """
        since, mark = self.store.tick(), self.store.mark()
        self._tolerant(round_)
        self._blur(self.store.undo(mark), since)
        signals = self._at_least_once(round_) if sure else self.both([lambda: self._tolerant(round_), lambda: None])
        self.frames[-1].maybe += [signal.value for signal in signals if isinstance(signal, Return)]
        return None

    def _at_least_once(self, round_: Callable[[], Any]) -> list[Any]:
        """What a round does to other things is uncertain; what happens to models in it happens."""
        mark = self.store.mark()
        signal = self._tolerant(round_)
        changes = self.store.undo(mark)
        happened = {where: change for where, change in changes.items() if isinstance(change[2], Events)}

        def follow(done: Changes) -> Any:
            self.store.redo(done)
            return signal if done is changes else None

        return self.both([lambda: follow(changes), lambda: follow(happened)])

    def _tolerant(self, round_: Callable[[], Any]) -> Any:
        loose, self.loose = self.loose, True
        try:
            return round_()
        except (Uncertain, Stopped):
            return None
        finally:
            self.loose = loose

    def _blur(self, changes: Changes, since: int) -> None:
        """What a round changes has an unknown value at the beginning of any round."""
        for fields, key, value in changes.values():
            if fields.born > since or isinstance(value, Collected) or key not in fields:
                continue
            old = fields[key]
            if isinstance(old, Events):
                continue
            blurred: Any = old.join([value]) if isinstance(old, Merging) and isinstance(value, Merging) else None
            blurred = old.filled(value) if isinstance(old, Data) and isinstance(value, Data) else blurred
            self.store.lost(value)
            self.store.set(fields, key, blurred or Unknown("it changes in a loop"))

    def _try(self, node: ast.Try, scope: Scope) -> Any:
        self.guarded += bool(node.handlers)
        try:
            return self._try_followed(node, scope)
        finally:
            self.guarded -= bool(node.handlers)

    def _try_followed(self, node: ast.Try, scope: Scope) -> Any:
        imports = all(isinstance(part, ast.Import | ast.ImportFrom) for part in node.body)
        if imports or not node.handlers:
            signal = self.block([*node.body, *node.orelse], scope)
        else:
            ways = [lambda: self.block([*node.body, *node.orelse], scope)]
            ways += [lambda handler=handler: self._handler(node, handler, scope) for handler in node.handlers]  # type: ignore[misc]
            signal = self._either(ways)
        last = self.block(node.finalbody, scope)
        return signal if last is None else last

    def _handler(self, node: ast.Try, handler: ast.ExceptHandler, scope: Scope) -> Any:
        """After an unknown part of the body."""
        since, mark = self.store.tick(), self.store.mark()
        self._tolerant(lambda: self.block(node.body, scope))
        self._blur(self.store.undo(mark), since)
        if handler.name:
            self.store.set(scope.names, handler.name, Unknown("an exception"))
        return self.block(handler.body, scope)

    def _with(self, node: ast.With | ast.AsyncWith, scope: Scope) -> Any:
        ready = any(_expects_errors(item.context_expr) for item in node.items)
        self.guarded += ready
        try:
            return self._with_followed(node, scope)
        finally:
            self.guarded -= ready

    def _with_followed(self, node: ast.With | ast.AsyncWith, scope: Scope) -> Any:
        tapes = 0
        for item in node.items:
            value = self.eval(item.context_expr, scope)
            tapes += called(item.context_expr) == "GradientTape"
            if item.optional_vars is not None:
                self.assign(item.optional_vars, value, scope)
        self.taping += tapes
        try:
            return self.block(node.body, scope)
        finally:
            self.taping -= tapes

    def _return(self, node: ast.Return, scope: Scope) -> Any:
        return Return(self.eval(node.value, scope) if node.value else None)

    def _raise(self, node: ast.Raise, scope: Scope) -> Any:
        raise Stopped

    def _assert(self, node: ast.Assert, scope: Scope) -> Any:
        self.eval(node.test, scope)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> None:
        made = Function(node, scope, self.defaults(node.args, scope), cell=self.cell)
        self.functions.append((made, scope))
        self.store.set(scope.names, node.name, made)

    def _class(self, node: ast.ClassDef, scope: Scope) -> None:
        parents = [self.eval(base, scope) for base in node.bases]
        members = self.fields()
        made = Class(node.name, members, bases(parents), tuple(parents), records.names_of(node))
        self.classes.append((made, self.place(node)))
        self.block(node.body, Scope(members, scope, is_class=True))
        self.store.set(scope.names, node.name, made)

    def _import(self, node: ast.Import, scope: Scope) -> None:
        for alias in node.names:
            self._old_module(alias.name, node)
            shown = alias.name if alias.asname else alias.name.split(".")[0]
            self.store.set(scope.names, alias.asname or shown, Name(shown))

    def _import_from(self, node: ast.ImportFrom, scope: Scope) -> None:
        module = "." * node.level + (node.module or "")
        for alias in node.names:
            if alias.name == "*":
                self._old_module(module, node)
                self.stars.append(module)
                continue
            self._old_module(f"{module}.{alias.name}", node)
            own = node.level or not module
            value = Unknown(f"{alias.name} from another file") if own else Name(f"{module}.{alias.name}")
            self.store.set(scope.names, alias.asname or alias.name, value)

    def _old_module(self, dotted: str, node: ast.AST) -> None:
        found = spellings.old_module(dotted, names.canonical(dotted))
        if found:
            old, new, runs = found
            self.spelling(old, new, self.place(node), runs)

    def _signal(self, node: ast.Break | ast.Continue, scope: Scope) -> object:
        return BREAK if isinstance(node, ast.Break) else CONTINUE

    def _declared(self, node: ast.Global | ast.Nonlocal, scope: Scope) -> None:
        key = "global " if isinstance(node, ast.Global) else "nonlocal "
        self.store.set(scope.names, key, Collected((*scope.names.get(key, ()), *node.names)))

    def _delete(self, node: ast.Delete, scope: Scope) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.store.forget(scope.names, target.id)
            elif isinstance(target, ast.Subscript):
                owner = self.eval(target.value, scope)
                if isinstance(owner, Items | Table):
                    self.store.set(owner.fields, "items", Unknown("something was deleted"))

    def _match(self, node: ast.Match, scope: Scope) -> Any:
        self.escape(self.eval(node.subject, scope))
        ways: list[Callable[[], Any]] = [lambda: None]
        ways += [lambda case=case: self.block(case.body, scope) for case in node.cases]  # type: ignore[misc]
        return self._either(ways)


def _filled(data: Data, index: Any, value: Any) -> str:
    """How an element of an array gets its value: ``y[i, label] = 1``, or another way."""
    each = isinstance(index, tuple) and data.shape is not None and len(index) == len(data.shape) > 1
    one = each and type(value) in (int, float, bool) and value == 1
    return ONE_FILLED if one and not any(isinstance(part, slice) or part is ... for part in index) else FILLED


def _changed_in_place(node: ast.expr) -> ast.Subscript | None:
    """The column of ``table["price"].fillna(0, inplace=True)``; None for any other call."""
    if not isinstance(node, ast.Call) or all(given.arg != "inplace" for given in node.keywords):
        return None
    column = getattr(node.func, "value", None)
    return column if isinstance(column, ast.Subscript) else None


def _expects_errors(manager: ast.expr) -> bool:
    """``with pytest.raises(…)``, ``with self.assertRaises(…)``, ``with suppress(…)``."""
    function = manager.func if isinstance(manager, ast.Call) else manager
    name = getattr(function, "attr", getattr(function, "id", ""))
    return name in {"raises", "suppress"} or name.startswith("assertRaises")


_RUN: dict[type[ast.AST], Callable[[Statements, Any, Scope], Any]] = {
    ast.Expr: Statements._expression,
    ast.Assign: Statements._assignment,
    ast.AnnAssign: Statements._annotated,
    ast.AugAssign: Statements._augmented,
    ast.If: Statements._if,
    ast.For: Statements._for,
    ast.AsyncFor: Statements._for,
    ast.While: Statements._while,
    ast.Try: Statements._try,
    ast.With: Statements._with,
    ast.AsyncWith: Statements._with,
    ast.Return: Statements._return,
    ast.Raise: Statements._raise,
    ast.Assert: Statements._assert,
    ast.FunctionDef: Statements._function,
    ast.AsyncFunctionDef: Statements._function,
    ast.ClassDef: Statements._class,
    ast.Import: Statements._import,
    ast.ImportFrom: Statements._import_from,
    ast.Break: Statements._signal,
    ast.Continue: Statements._signal,
    ast.Global: Statements._declared,
    ast.Nonlocal: Statements._declared,
    ast.Delete: Statements._delete,
    ast.Match: Statements._match,
}
