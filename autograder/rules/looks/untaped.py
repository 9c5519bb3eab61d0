"""Gradient tapes that the model's answer never reaches: each of their gradients is None."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from autograder.anatomy.text import WEIGHTS, Text, argument_at, names, walk
from autograder.rules.looks.words import ASKS
from autograder.rules.rule import Found

_LIBRARIES = ("tensorflow", "keras", "numpy", "math")
_MAKES_NUMBERS = frozenset({"np.array", "np.asarray", "numpy.array", "numpy.asarray"})
_APPLIES = frozenset({"gradient", "apply_gradients", "apply"})
_PENALTIES = ("regularizer", "add_loss")  # they reach the weights whatever is computed under the tape
_LOSS = re.compile(r"loss|criterion|optimizer|metric|tracker|^(bce|mse|mae)$")
_DEEP = 6


def lost_gradients(text: Text) -> Found:
    """The gradients of a program that are None for every weight; or the call of ``predict`` under the tape."""
    reader = _Reader(text)
    for tree in text.all(ast.Module) if "GradientTape" in text.whole else ():
        yield from reader.read(tree)


class _Taped(NamedTuple):
    """A tape with what stands under it, before it, and after it in the same function; the question for gradients."""

    body: list[ast.stmt]
    before: list[ast.stmt]
    asks: ast.Call
    model: str


@dataclass
class _Written:
    """What a program writes: the values of its variables and attributes, its functions, its methods."""

    values: dict[str, list[ast.expr]] = field(default_factory=dict)
    functions: dict[str, list[ast.FunctionDef]] = field(default_factory=dict)
    methods: dict[str, list[ast.FunctionDef]] = field(default_factory=dict)
    penalties: bool = False


class _Reader:
    """Reads the tapes of one file, cell by cell; anything that might reach the weights in another way is silence."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.free = set(dir(builtins)) - {"getattr", "eval", "exec", "map"}  # names that hide no model
        self.written = _Written()

    def read(self, tree: ast.Module) -> Found:
        """The lost gradients of a cell."""
        for node in walk(tree):
            self._remember(node)
        for taped in self._tapes(tree.body, [], []):
            yield from self._lost(taped)

    def _remember(self, node: ast.AST) -> None:
        """Names of libraries, what each variable was given, and the functions and methods of the author's."""
        written = self.written
        if isinstance(node, ast.Import):
            self.free |= {(a.asname or a.name).split(".")[0] for a in node.names if a.name.startswith(_LIBRARIES)}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_LIBRARIES):
            self.free |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                for name, value in _pairs(target, node.value):
                    written.values.setdefault(name, []).append(value)
        elif isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef):
                    written.methods.setdefault(part.name, []).append(part)
        elif isinstance(node, ast.FunctionDef):
            written.functions.setdefault(node.name, []).append(node)
        spelt = getattr(node, "arg", getattr(node, "attr", None))
        written.penalties = written.penalties or (isinstance(spelt, str) and any(p in spelt for p in _PENALTIES))

    def _tapes(self, block: Sequence[ast.stmt], before: list[ast.stmt], after: list[ast.stmt]) -> Iterator[_Taped]:
        """The tapes of a block whose gradients of one model are asked for once."""
        for at, statement in enumerate(block):
            earlier, later = [*before, *block[:at]], [*block[at:], *after]
            for tape in _opened(statement):
                calls = [call for part in later for call in _gradients(part, tape)]
                model = self._model(calls[0]) if len(calls) == 1 else ""
                if model and isinstance(statement, ast.With):
                    yield _Taped(statement.body, earlier, calls[0], model)
            new = isinstance(statement, ast.FunctionDef | ast.ClassDef)
            for inner in _inner(statement):
                yield from self._tapes(inner, [] if new else earlier, [] if new else [*block[at + 1 :], *after])

    def _model(self, call: ast.Call) -> str:
        """The model whose weights a call asks for, as the program spells it."""
        asked = argument_at(call, 1, "sources")
        if isinstance(asked, ast.Name) and len(self.written.values.get(asked.id, ())) == 1:
            asked = self.written.values[asked.id][0]
        weights = isinstance(asked, ast.Attribute) and asked.attr in WEIGHTS
        return ast.unparse(asked.value) if weights and isinstance(asked, ast.Attribute) else ""

    def _lost(self, taped: _Taped) -> Found:
        model = taped.model
        within = [node for part in taped.body for node in _walk(part)]
        predicts = [node for node in within if isinstance(node, ast.Call) and self._gives_numbers(node, model)]
        predicts += _read_as_numbers(within, model)
        if (self.written.penalties and model == "self") or not self._is_harmless(taped.body, predicts, model):
            return
        if predicts:
            yield "These are NumPy arrays, which no tape follows: every gradient is None.", predicts[0]
            return
        read = {node.id for node in (*within, *walk(taped.asks)) if isinstance(node, ast.Name)}
        computed: dict[str, ast.stmt] = {}
        for earlier in taped.before:
            if isinstance(earlier, ast.Assign):
                made = names(earlier.value) & computed.keys() or any(_asks(one, model) for one in walk(earlier.value))
                for name in sorted(names(earlier.targets[0])):
                    computed.pop(name, None)
                    computed |= {name: earlier} if made else {}
        answer = next((name for name in computed if name in read), "")
        if answer:
            said = f"{answer} was computed outside of the tape (line {self.text.place(computed[answer]).line})"
            yield f"{said}: every gradient is None.", taped.asks

    def _gives_numbers(self, node: ast.AST, model: str) -> bool:
        """``predict``, ``.numpy()``, or a function of the author's that does nothing else with the model."""
        if _calls(node, model, ASKS) or _as_numbers(node, model):
            return True
        if not isinstance(node, ast.Call):
            return False
        functions = self._called(node)
        return bool(functions) and all(self._only_predicts(function, model) for function in functions)

    def _called(self, call: ast.Call) -> list[ast.FunctionDef]:
        """The functions of the author's that a call may mean."""
        if isinstance(call.func, ast.Name):
            return self.written.functions.get(call.func.id, [])
        own = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "self"
        return self.written.methods.get(call.func.attr, []) if own and isinstance(call.func, ast.Attribute) else []

    def _only_predicts(self, function: ast.FunctionDef, model: str) -> bool:
        predicts = [node for node in _walk(function) if _calls(node, model, ASKS) or _as_numbers(node, model)]
        return bool(predicts) and self._is_harmless(function.body, predicts, model)

    def _is_harmless(self, body: Sequence[ast.AST], numbers: Sequence[ast.AST], model: str, depth: int = 0) -> bool:
        """Whether nothing in a body could reach the model's weights in another way than as numbers."""
        within = [node for part in body for node in _walk(part)]
        own = {node.id for node in within if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        own |= {node.arg for node in within if isinstance(node, ast.arg)}
        aside = {id(part) for node in numbers for part in walk(node)}
        for node, is_called in (chain for part in body for chain in _chains(part)):
            if id(node) not in aside and not self._is_free(ast.unparse(node), is_called, own, model, depth):
                return False
        return True

    def _is_free(self, chain: str, is_called: bool, own: set[str], model: str, depth: int) -> bool:
        """Whether what is read or called, such as ``self.loss_fn``, has nothing to do with the model's weights."""
        root, _, rest = chain.partition(".")
        attribute = rest.partition(".")[0]
        if f"{chain}.".startswith(f"{model}.") and model != "self":
            return False
        if root == "self" and model.partition(".")[0] == "self":
            return self._is_free_attribute(attribute, is_called, model, depth)
        if root in own:
            return bool(rest) or not is_called
        if is_called:
            return depth < _DEEP and self._is_independent(root, model, set())
        return not any(_holds(value, model) for value in self.written.values.get(root, ()))

    def _is_free_attribute(self, attribute: str, is_called: bool, model: str, depth: int) -> bool:
        """The same of an attribute of ``self``, where the model is ``self`` or another attribute of it."""
        methods = self.written.methods.get(attribute)
        if methods and is_called:
            return depth < _DEEP and all(self._is_harmless(one.body, (), model, depth + 1) for one in methods)
        if _LOSS.search(attribute):
            return True
        values = self.written.values.get(f"self.{attribute}", [])
        if model == "self" or not values:
            return bool(values) and not is_called and all(isinstance(value, ast.Constant) for value in values)
        return not any(_holds(value, "self") for value in values)

    def _is_independent(self, name: str, model: str, seen: set[str]) -> bool:
        """Whether a name stands for something that was made without a model, and that the model was made without."""
        if name in self.free or name in seen:
            return True
        root = model.partition(".")[0]
        functions, values = self.written.functions.get(name, []), self.written.values.get(name, [])
        if name == root or not (functions or values) or (values and name in self._parts(root)):
            return False
        seen.add(name)
        asked = {part for function in functions for part in names(function) - _bound(function)}
        asked |= {part for value in values for part in names(value) - _bound(value)}
        return all(self._is_independent(part, model, seen) for part in asked)

    def _parts(self, name: str) -> set[str]:
        """The names that something was made of, and those that these were made of."""
        found: set[str] = set()
        todo = [name]
        while todo:
            for value in self.written.values.get(todo.pop(), ()):
                new = names(value) - found - self.free
                found |= new
                todo += new
        return found


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Each variable or attribute that an assignment gives a value, with that value or the whole of it."""
    if isinstance(target, ast.Tuple | ast.List):
        parts = value.elts if isinstance(value, ast.Tuple | ast.List) else []
        fits = len(parts) == len(target.elts)
        for at, one in enumerate(target.elts):
            yield from _pairs(one, parts[at] if fits else value)
    elif isinstance(target, ast.Name | ast.Attribute):
        yield ast.unparse(target), value
    else:
        yield from ((name, value) for name in names(target))


def _read_as_numbers(nodes: Sequence[ast.AST], model: str) -> list[ast.Call]:
    """The answers of a model in variables of which nothing is read but ``.numpy()``."""
    found = []
    numbers = {id(node.value) for node in nodes if isinstance(node, ast.Attribute) and node.attr == "numpy"}
    for one in nodes:
        target = one.targets[0] if isinstance(one, ast.Assign) and _asks(one.value, model) else None
        reads = [node for node in nodes if isinstance(node, ast.Name) and node.id == getattr(target, "id", "")]
        reads = [node for node in reads if isinstance(node.ctx, ast.Load)]
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.Call) and reads:
            found += [one.value] if all(id(node) in numbers for node in reads) else []
    return found


def _opened(statement: ast.stmt) -> Iterator[str]:
    """The names of the tapes that a ``with`` opens."""
    for item in statement.items if isinstance(statement, ast.With) else ():
        made, name = item.context_expr, item.optional_vars
        is_tape = isinstance(made, ast.Call) and ast.unparse(made.func).split(".")[-1] == "GradientTape"
        if is_tape and isinstance(name, ast.Name):
            yield name.id


def _inner(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks of a statement."""
    blocks: list[Any] = [getattr(statement, part, None) for part in ("body", "orelse", "finalbody")]
    yield from (block for block in blocks if isinstance(block, list))


def _gradients(part: ast.AST, tape: str) -> list[ast.Call]:
    found = [node for node in walk(part) if _calls(node, tape, frozenset({"gradient"}))]
    return [node for node in found if isinstance(node, ast.Call)]


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in a node, but for the gradients and what is done with them."""
    if not _takes_gradients(node):
        yield node
        for child in ast.iter_child_nodes(node):
            yield from _walk(child)


def _takes_gradients(node: ast.AST) -> bool:
    function = node.func if isinstance(node, ast.Call) else None
    return isinstance(function, ast.Attribute) and function.attr in _APPLIES


def _chains(node: ast.AST, is_called: bool = False) -> Iterator[tuple[ast.expr, bool]]:
    """The longest chains of attributes that begin with a name and are read, and whether each is called."""
    if isinstance(node, ast.Name | ast.Attribute) and _root(node) is not None:
        if isinstance(node.ctx, ast.Load):
            yield node, is_called
        return
    if _takes_gradients(node):
        return
    for child in ast.iter_child_nodes(node):
        yield from _chains(child, isinstance(node, ast.Call) and child is node.func)


def _as_numbers(node: ast.AST, model: str) -> bool:
    """``model(x).numpy()``, and ``np.array(model(x))``."""
    function = node.func if isinstance(node, ast.Call) else None
    if isinstance(function, ast.Attribute) and function.attr == "numpy":
        return _calls(function.value, model)
    made = ast.unparse(function) if function is not None else ""
    first = node.args[:1] if isinstance(node, ast.Call) else []
    return made in _MAKES_NUMBERS and bool(first) and _calls(first[0], model)


def _calls(node: ast.AST, owner: str, methods: frozenset[str] = frozenset()) -> bool:
    """Whether a node calls one of the methods of an owner; without methods, the owner itself."""
    if not isinstance(node, ast.Call):
        return False
    if not methods:
        return ast.unparse(node.func) == owner
    return (
        isinstance(node.func, ast.Attribute) and node.func.attr in methods and ast.unparse(node.func.value) == owner
    )


def _asks(node: ast.AST, model: str) -> bool:
    """Whether a node asks a model, or a part of it, for an answer."""
    spelt = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    return spelt == model or (spelt.startswith(f"{model}.") and not _LOSS.search(spelt))


def _holds(value: ast.expr, model: str) -> bool:
    """Whether a value may hold a model or a part of it, and not only its answer."""
    chains = [(f"{ast.unparse(node)}.", is_called) for node, is_called in _chains(value)]
    return any(
        chain.startswith(f"{model}.") and not (is_called and (chain == f"{model}." or model == "self"))
        for chain, is_called in chains
    )


def _bound(node: ast.AST) -> set[str]:
    """The names that a function or a comprehension gives a value itself."""
    stored = {part.id for part in walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    return stored | {part.arg for part in walk(node) if isinstance(part, ast.arg)}


def _root(node: ast.AST) -> str | None:
    """The variable that a chain of attributes starts from; None if it starts from something computed."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None
