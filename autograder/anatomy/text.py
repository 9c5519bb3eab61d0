"""The text of a whole program, for questions that no model answers: which calls it holds, what a name was given."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from autograder.anatomy.source.cells import Cell
    from autograder.anatomy.unknown import Place

KNOWN_AS = "known_as"
"""The attribute of a constant that tells the name under which the program keeps it; see ``in_place``."""
Node = TypeVar("Node", bound=ast.AST)
Seen = TypeVar("Seen")
WEIGHTS = frozenset({"trainable_variables", "trainable_weights", "variables", "weights"})
"""The attributes of a model that are lists of its weights."""


def walk(node: ast.AST) -> list[ast.AST]:
    """A node and all below it, each level before the next: `ast.walk` without contexts, and faster."""
    found = [node]
    for one in found:
        for field in one._fields:
            value = getattr(one, field, None)
            if value.__class__ is list:
                found += [item for item in value if isinstance(item, ast.AST)]
            elif isinstance(value, ast.AST) and not isinstance(value, ast.expr_context):
                found.append(value)
    return found


def called(node: ast.AST | None) -> str:
    """The last part of what a call calls; empty if it is no call."""
    return getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""


def keyword(call: ast.Call, *wanted: str) -> ast.expr | None:
    """An argument that is given by name."""
    return next((given.value for given in call.keywords if given.arg in wanted), None)


def argument_at(call: ast.Call, at: int, *wanted: str) -> ast.expr | None:
    """An argument that is given by name, or else at a place."""
    return keyword(call, *wanted) or (call.args[at] if len(call.args) > at else None)


def owner_of(call: ast.Call) -> str:
    """What a method is called on, as the program spells it; the function itself, if it is no method."""
    return ast.unparse(getattr(call.func, "value", call.func))


def subject(call: ast.Call, libraries: Set[str]) -> ast.expr | None:
    """What a call is about: the first argument of ``np.squeeze(x)``, the array of ``x.ravel()``."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    named = isinstance(owner, ast.Name | ast.Attribute)
    if owner is None or (named and ast.unparse(owner).partition(".")[0] in libraries):
        return call.args[0] if call.args else None
    return owner


def bound(function: ast.FunctionDef, call: ast.Call) -> dict[str | None, ast.expr]:
    """What a call gives to the parameters of a function or method, by their names; nobody gives ``self``."""
    asked = [one.arg for one in function.args.args if one.arg != "self"]
    return {**dict(zip(asked, call.args, strict=False)), **{one.arg: one.value for one in call.keywords}}


def defaults_of(function: ast.FunctionDef) -> dict[str, ast.expr]:
    """What the parameters of a function are that a call may leave out."""
    asked = function.args
    by_place = zip([*asked.posonlyargs, *asked.args][::-1], asked.defaults[::-1], strict=False)
    by_name = zip(asked.kwonlyargs, asked.kw_defaults, strict=True)
    return {one.arg: value for one, value in (*by_place, *by_name) if value is not None}


def bound_or_default(function: ast.FunctionDef, call: ast.Call) -> dict[str | None, ast.expr]:
    """What the parameters of a function are in a call: what it gives them, or else their defaults."""
    return dict([*defaults_of(function).items(), *bound(function, call).items()])


def bases(kind: ast.ClassDef) -> set[str]:
    """The last parts of the names of the classes that a class descends from."""
    return {ast.unparse(base).rpartition(".")[2] for base in kind.bases}


def first_of(node: ast.expr) -> ast.expr:
    """The first part of a tuple, such as what an index does with the rows; anything else as it is."""
    return node.elts[0] if isinstance(node, ast.Tuple) and node.elts else node


def targets_of(target: ast.expr) -> list[ast.expr]:
    """What an assignment names: the parts of a tuple, or the one target."""
    return target.elts if isinstance(target, ast.Tuple | ast.List) else [target]


def assigned(nodes: Iterable[ast.AST]) -> dict[str, ast.expr]:
    """What variables are given by the assignments among some nodes, the last of each."""
    return {
        one.targets[0].id: one.value
        for one in nodes
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
    }


def names(node: ast.AST) -> set[str]:
    """All variables in a node."""
    return {part.id for part in walk(node) if isinstance(part, ast.Name)}


def is_open(end: ast.expr | None) -> bool:
    """Whether one end of a slice is that of the rows."""
    return end is None or (isinstance(end, ast.Constant) and end.value in (0, None))


def constant(node: ast.expr | None) -> Any:
    """What stands there as a constant; None for anything else."""
    return node.value if isinstance(node, ast.Constant) else None


class Text:
    """The cells of a program, with what each name is given.

    Attributes:
        values: what each name is assigned, in order.
        statements: all statements, in order, those of functions and loops as well.
        functions: the functions by their names; of several of one name the last.
        whole: the program in one spelling.
        file: what stands in the file, comments, outputs and prose as well.
        older: whether the program says that it is for a Keras before 3.
    """

    def __init__(self, cells: Sequence[tuple[Cell, ast.Module]] = (), file: str = "", older: bool = False) -> None:
        self.file, self.older = file, older
        self._seen: dict[Callable[[Text], Iterable[Any]], tuple[Any, ...]] = {}
        self._nodes: dict[type[ast.AST], list[Any]] = {}
        self._cells: dict[int, Cell] = {}
        self._next: dict[int, ast.stmt] = {}
        self._functions: dict[int, int] = {}
        self._names: dict[int, str] = {}
        self._arguments: dict[int, set[str]] = {}
        self._other: set[str] = set()
        self._short: dict[int, ast.expr] = {}
        self.values: dict[str, list[ast.expr]] = {}
        self._assigned: dict[str, list[ast.Assign]] = {}
        self._givers: dict[str, list[ast.Assign]] = {}
        self._order = {id(cell): number for number, (cell, _) in enumerate(cells)}
        for cell, tree in cells:
            for node in walk(tree):
                for block in (getattr(node, "body", ()), getattr(node, "orelse", ())):
                    listed = block if isinstance(block, list) else []
                    self._next |= {id(one): other for one, other in pairwise(listed)}
                self._nodes.setdefault(type(node), []).append(node)
                self._cells[id(node)] = cell
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    self._names[id(node)] = node.name
                    self._functions |= {id(part): id(node) for part in walk(node) if part is not node}
                    self._arguments[id(node)] = {one.arg for one in (*node.args.args, *node.args.kwonlyargs)}
        self.statements: list[ast.stmt] = [statement for _, tree in cells for statement in _flat(tree.body)]
        for statement in self.statements:
            self._remember(statement)
        self._parameters = {node.arg for node in self.all(ast.arg)}
        self._other |= {name for node in self.all(ast.NamedExpr) for name in names(node.target)}
        for loop in (*self.all(ast.For), *self.all(ast.comprehension), *self.all(ast.withitem)):
            target = getattr(loop, "target", getattr(loop, "optional_vars", None))
            self._other |= names(target) if target is not None else set()
        self._looped = frozenset(self._other)
        self._other |= {name for node in self.all(ast.AugAssign) for name in names(node.target)}
        self.functions = {node.name: node for node in self.all(ast.FunctionDef)}
        self._open()
        self.whole = "\n".join(ast.unparse(tree) for _, tree in cells)

    def _remember(self, statement: ast.stmt) -> None:
        if not isinstance(statement, ast.Assign):
            return
        for target in statement.targets:
            if isinstance(target, ast.Name):
                self.values.setdefault(target.id, []).append(statement.value)
                self._assigned.setdefault(target.id, []).append(statement)
            elif isinstance(target, ast.Tuple | ast.List):
                self._unpack(target.elts, statement.value)

        for name in {part.id for one in statement.targets for part in targets_of(one) if isinstance(part, ast.Name)}:
            self._givers.setdefault(name, []).append(statement)

    def _unpack(self, targets: list[ast.expr], value: ast.expr) -> None:
        parts = value.elts if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(targets) else None
        for target, part in zip(targets, parts or [value] * len(targets), strict=True):
            if isinstance(target, ast.Name):
                self.values.setdefault(target.id, []).append(part if parts else ast.Constant(...))

    @cached_property
    def parents(self) -> dict[int, ast.AST]:
        """The node that another stands in, by the id of that."""
        every = (node for nodes in self._nodes.values() for node in nodes)
        return {id(part): node for node in every for part in ast.iter_child_nodes(node)}

    def all(self, kind: type[Node]) -> list[Node]:
        """The nodes of a class."""
        return self._nodes.get(kind, [])

    def givers(self, name: str) -> list[ast.Assign]:
        """The assignments that give a variable, alone or among others."""
        return self._givers.get(name, [])

    def calls(self, wanted: Set[str]) -> Iterator[ast.Call]:
        """The calls of functions of these names, in their order."""
        found = [numbered for name in wanted & self._calls.keys() for numbered in self._calls[name]]
        return (call for _, call in sorted(found, key=itemgetter(0)))

    @cached_property
    def _calls(self) -> dict[str, list[tuple[int, ast.Call]]]:
        found: dict[str, list[tuple[int, ast.Call]]] = {}
        for number, call in enumerate(self.all(ast.Call)):
            found.setdefault(called(call), []).append((number, call))
        return found

    def once(self, look: Callable[[Text], Iterable[Seen]]) -> tuple[Seen, ...]:
        """What a look at the program sees, which several rules ask for."""
        if look not in self._seen:
            self._seen[look] = tuple(look(self))
        return self._seen[look]

    def cell_of(self, node: ast.AST) -> Any:
        """The cell that a node stands in."""
        return self._cells.get(id(node))

    def place(self, node: ast.AST) -> Place:
        """Where a node stands in the file."""
        return self._cells[id(node)].place_of(node)

    def following(self, statement: ast.stmt) -> ast.stmt | None:
        """The next statement of the same block."""
        return self._next.get(id(statement))

    def function_of(self, node: ast.AST) -> int:
        """A number for the innermost function that a node stands in; 0 outside of all."""
        return self._functions.get(id(node), 0)

    def name_of(self, function: int) -> str:
        """The name of a function."""
        return self._names.get(function, "")

    def assigned_after(self, name: str, node: ast.AST) -> bool:
        """Whether a name gets another value further down than a node."""
        line, cell = getattr(node, "lineno", 0), self.cell_of(node)
        every = [value for value in self.values.get(name, ()) if hasattr(value, "lineno")]
        return any(self.cell_of(value) is not cell or value.lineno > line for value in every if len(every) > 1)

    def last_in_cell(self, name: str, user: ast.AST) -> ast.expr | None:
        """What a name is given in the cell of a node, by the last assignment of the innermost block."""
        given = [one for one in self.all(ast.Assign) if self.cell_of(one) is self.cell_of(user)]
        named = [one.value for one in given if any(getattr(target, "id", "") == name for target in one.targets)]
        return named[-1] if named else None

    def is_sure(self, name: str) -> bool:
        """Whether nothing but plain assignments gives a name its value."""
        return name not in self._other and name not in self._parameters

    def resolved(self, node: ast.expr) -> ast.expr:
        """What a name was assigned, if it was assigned once only; anything else as it is."""
        for _ in range(10):
            values = self.values.get(node.id, []) if isinstance(node, ast.Name) and self.is_sure(node.id) else []
            if len(values) != 1 or values[0] is node:
                break
            node = values[0]
        return node

    def argument(self, call: ast.Call, at: int, *wanted: str) -> ast.expr | None:
        """What an argument is that is given by name, or else at a place, resolved."""
        given = argument_at(call, at, *wanted)
        return None if given is None else self.resolved(given)

    def number(self, node: ast.expr) -> int:
        """A whole number, or what a name was assigned that is one; 0 for anything else."""
        value = getattr(self.resolved(node), "value", 0)
        return value if type(value) is int else 0

    def latest(self, name: str, user: ast.AST, changed: bool = False) -> tuple[ast.expr | None, ast.AST]:
        """What a name was last given before a node that uses it, and by which statement.

        Its own function, or its own cell, comes first, then the program. None for an argument, and for what a loop
        gives; outside of functions also for what is ``changed`` in place, as by ``x -= 1``, unless this is asked for.
        """
        function, line, cell = self.function_of(user), getattr(user, "lineno", 0), self.cell_of(user)
        near = [one for one in self.givers(name) if self.function_of(one) == function and one.lineno < line]
        own = [one for one in near if function or self.cell_of(one) is cell]
        if own and (function or name not in (self._looped if changed else self._other)):
            last = max(own, key=lambda one: one.lineno)
            return self._opened(_part(last, name)), last
        if function and name in self._arguments.get(function, ()):
            return None, user
        return self._latest_of_all(name, user)

    def _latest_of_all(self, name: str, user: ast.AST) -> tuple[ast.expr | None, ast.AST]:
        """The same of the whole program, if nothing but plain assignments gives the name its value."""
        last = self._last_above(name, user)
        if last is not None:
            return self._opened(_part(last, name)), last
        line, cell = getattr(user, "lineno", 0), self.cell_of(user)
        given = self._assigned.get(name, []) if self.is_sure(name) else []
        found: ast.Assign | None = given[0] if len(given) == 1 else None
        for statement in given:
            same = self.cell_of(statement) is cell
            if not same or statement.lineno < line:
                found = statement
            if same and statement.lineno >= line:
                break
        if len(given) == len(self.values.get(name, ())):
            return (self._opened(found.value), found) if found is not None else (None, user)
        outer = self._only_outer(name)
        return (self._opened(_part(outer, name)), outer) if outer is not None else (None, user)

    def _last_above(self, name: str, user: ast.AST) -> ast.Assign | None:
        """The last assignment above a node outside of functions, also in an earlier cell or of several variables."""
        outer = [one for one in self.givers(name) if not self.function_of(one)] if self.is_sure(name) else []
        if self.function_of(user) or name in self._nested or any(name in one.names for one in self.all(ast.Global)):
            return None
        return next((one for one in reversed(outer) if self._position(one) < self._position(user)), None)

    def _position(self, node: ast.AST) -> tuple[int, int]:
        """Where a node stands in the program: the number of its cell, and its line there."""
        return self._order.get(id(self.cell_of(node)), 0), getattr(node, "lineno", 0)

    @cached_property
    def _nested(self) -> set[str]:
        """Variables that are given as parts of parts, as by ``(x, y), (z, w) = load_data()``, or with a star."""
        targets = [part for one in self.all(ast.Assign) for target in one.targets for part in targets_of(target)]
        return {
            name for part in targets if isinstance(part, ast.Tuple | ast.List | ast.Starred) for name in names(part)
        }

    def _opened(self, value: ast.expr) -> ast.expr:
        """What a function of one line gives that takes nothing and is called here only; any other value as it is."""
        return self._short.get(id(value), value)

    def _open(self) -> None:
        """Give variables what a function of one line gives them that takes nothing and is called once."""
        used = Counter(node.id for node in self.all(ast.Name))
        defined = Counter(node.name for node in self.all(ast.FunctionDef))
        for target, values in self.values.items():
            name = getattr(values[0].func, "id", "") if isinstance(values[0], ast.Call) else ""
            value = _returned(self.functions.get(name)) if len(values) == len(self.givers(target)) == 1 else None
            alone = used[name] == defined[name] == 1 and name not in self.values
            if value is not None and alone and all(len(self.givers(part)) <= 1 for part in names(value)):
                self._short[id(values[0])] = value
                values[0] = value

    def _only_outer(self, name: str) -> ast.Assign | None:
        """The only assignment outside of functions, which those to variables of functions leave as it is."""
        outer = [one for one in self.givers(name) if not self.function_of(one)] if self.is_sure(name) else []
        shared = any(name in one.names for one in self.all(ast.Global))
        return outer[0] if len(outer) == 1 and not shared else None


def _returned(function: ast.FunctionDef | None) -> ast.expr | None:
    """What a function gives that takes nothing and does nothing else."""
    if function is None or function.decorator_list or any(ast.iter_child_nodes(function.args)):
        return None
    done = [one for one in function.body if not isinstance(one, ast.Expr) or constant(one.value) is None]
    return done[0].value if len(done) == 1 and isinstance(done[0], ast.Return) else None


def _part(one: ast.Assign, name: str) -> ast.expr:
    """The value of one of several variables; the whole, where one value is unpacked."""
    values = targets_of(one.value)
    for target in one.targets:
        parts = targets_of(target)
        for part, value in zip(parts, values, strict=False) if len(parts) == len(values) else ():
            if name in names(part):
                return value
    return one.value


def _flat(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements in the order of the file."""
    for statement in body:
        yield statement
        for part in ("body", "orelse", "finalbody"):
            inner = getattr(statement, part, ())
            yield from _flat([one for one in inner if isinstance(one, ast.stmt)] if isinstance(inner, list) else ())
        for handler in getattr(statement, "handlers", ()):
            yield from _flat(handler.body)
