"""Whether weights of classes grow with how frequent these are, or fall, as far as the text tells."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from autograder.anatomy.text import Text, argument_at, called, constant, keyword, names, subject, targets_of, walk
from autograder.rules.looks.dataflow import passed, returned
from autograder.rules.looks.scopes import owner

GROWS, FALLS, SAME = 1, -1, 0
"""What weights do with the count of their class; ``None`` stands for what the text does not tell."""
_LIBRARIES = frozenset({"np", "numpy", "tf", "ops", "pd", "pandas", "math", "jnp"})
_COUNTS = frozenset({"bincount", "value_counts", "Counter"})
_KEEP = frozenset({
    "list", "tuple", "array", "asarray", "tolist", "to_list", "to_numpy", "dict", "to_dict", "Series", "constant",
    "float", "int", "round", "float32", "float64", "int32", "int64", "astype", "cast", "item", "sqrt", "log", "log1p",
    "log10", "log2", "exp", "clip", "maximum", "minimum", "values", "items", "sort_index", "most_common",
    "convert_to_tensor", "copy", "ravel", "flatten", "rename", "fillna",
})  # fmt: skip
_ONE_NUMBER = frozenset({
    "sum", "max", "min", "mean", "median", "len", "nunique", "amax", "amin", "prod", "reduce_sum", "reduce_max",
})  # fmt: skip
_SIZES = frozenset({"size", "shape"})
_ATTRIBUTES = frozenset({"values", "array"})
_OF_TWO: dict[str, type[ast.operator]] = {
    "divide": ast.Div, "true_divide": ast.Div, "multiply": ast.Mult, "power": ast.Pow, "add": ast.Add,
    "subtract": ast.Sub,
}  # fmt: skip
_DEEP = 40


@dataclass(eq=False)
class Weights:
    """What the text says of weights; an object remembers its answers, so that each value is asked about once.

    Attributes:
        text: the program.
        parent: what is asked about all weights together, where this is about the weight of one class.
        key: the class whose weight it is, as the program writes it; None for all weights together.
        entries: the variables of a loop that hold one entry of something, with what they are taken from.
        inside: the nodes of the loop that a weight is computed in.
        rows: whether these are weights of rows: then a part that rows name is the weights of their classes.
        of_two: whether there are two classes, so that one is the rarer the more frequent the other is.
    """

    text: Text
    parent: Weights | None = None
    key: ast.expr | None = None
    entries: Mapping[str, ast.expr] = field(default_factory=dict)
    inside: Set[int] = frozenset()
    rows: bool = False
    of_two: bool = False
    _known: dict[int, int | None] = field(default_factory=dict)
    _depth: int = 0

    def __post_init__(self) -> None:
        self.key = None if self.key is None else _bare(self.key)

    @property
    def _whole(self) -> Weights:
        return self.parent or self

    def of(self, node: ast.expr | None, user: ast.AST) -> int | None:
        """What a value does with the count of its class."""
        look = None if node is None else _LOOKS.get(type(node))
        if node is None or look is None or self._depth > _DEEP:
            return None
        if id(node) not in self._known:
            self._known[id(node)] = None
            self._depth += 1
            self._known[id(node)] = look(self, node, user)
            self._depth -= 1
        return self._known[id(node)]

    def _of_number(self, node: ast.Constant, user: ast.AST) -> int | None:
        value = node.value
        return SAME if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0 else None

    def _of_arithmetic(self, node: ast.BinOp, user: ast.AST) -> int | None:
        return self._of_pair(type(node.op), node.left, node.right, user)

    def _of_pair(self, kind: type[ast.operator], left: ast.expr, right: ast.expr, user: ast.AST) -> int | None:
        """``total / count``: what is divided by, or subtracted, turns round."""
        first, second = self.of(left, user), self.of(right, user)
        if kind is ast.Pow:
            power = right.operand if isinstance(right, ast.UnaryOp) else right
            turned = isinstance(right, ast.UnaryOp) and isinstance(right.op, ast.USub)
            known = first is not None and type(constant(power)) in (int, float)
            return (-first if turned else first) if known and first is not None else None
        if first is None or second is None or kind not in (ast.Mult, ast.Div, ast.Add, ast.Sub):
            return None
        second = -second if kind in (ast.Div, ast.Sub) else second
        if (
            kind is ast.Add
            and self.of_two
            and all(isinstance(one, ast.Name | ast.Subscript) for one in (left, right))
        ):
            return first + second if first + second == SAME else first or second
        return None if {first, second} == {GROWS, FALLS} else first or second

    def _of_name(self, node: ast.Name, user: ast.AST) -> int | None:
        if node.id in self.entries:
            return self._whole.of(self.entries[node.id], user)
        if self.key is not None and node.id in names(self.key):
            return None
        value, giver = self.text.latest(node.id, user, changed=True)
        found = self._given(node.id, value, giver) if value is not None else self._by_callers(node.id, user)
        if self._is_changed(node.id):
            return None
        of_no_class = self.key is not None and id(giver) not in self.inside and value is not None
        return SAME if found is None and of_no_class and not isinstance(self.key, ast.Constant) else found

    def _is_changed(self, name: str) -> bool:
        """Whether the weights in a variable are changed in place, but by one number for all."""
        for one in self.text.all(ast.AugAssign):
            whole = isinstance(one.target, ast.Name) and not isinstance(one.op, ast.Pow)
            if names(one.target) == {name} and not (whole and self._whole.of(one.value, one) == SAME):
                return True
        stored = [target for one in self.text.all(ast.Assign) for target in one.targets]
        single = [one for one in stored if isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Constant)]
        return any(names(one.value) == {name} for one in single)

    def _given(self, name: str, value: ast.expr, giver: ast.AST) -> int | None:
        """What an assignment gives a variable: counts of ``unique``, the count of one class of two, or a value."""
        targets = targets_of(giver.targets[0]) if isinstance(giver, ast.Assign) else []
        if len(targets) < 2 or value is not getattr(giver, "value", None):
            filled = self._filled(name, value, giver)
            return self.of(value, giver) if filled is None else filled
        at = next((at for at, part in enumerate(targets) if name in names(part)), -1)
        if _gives_counts(value):
            return GROWS if at == len(targets) - 1 == 1 else None
        whole = self._whole.of(value, giver)
        if whole is None or not isinstance(self.key, ast.Constant):
            return None
        return whole if constant(self.key) == at else -whole if self.of_two else None

    def _filled(self, name: str, value: ast.expr, giver: ast.AST) -> int | None:
        """``for c in classes: weights[c] = …`` of an empty dictionary."""
        if ast.unparse(value) not in {"{}", "dict()"}:
            return None
        for loop in self.text.all(ast.For):
            own = self.text.function_of(loop) == self.text.function_of(giver)
            for one in (part for part in loop.body if own and isinstance(part, ast.Assign)):
                target = one.targets[0]
                if isinstance(target, ast.Subscript) and names(target.value) == {name}:
                    inside = {id(part) for part in walk(loop)}
                    entries = entries_of(loop.target, loop.iter)
                    return Weights(self.text, self._whole, target.slice, entries, inside).of(one.value, one)
        return None

    def _by_callers(self, name: str, user: ast.AST) -> int | None:
        """What the callers of a function give to one of its arguments, if they agree."""
        found = {self._whole.of(*given) for given in passed(self.text, owner(self.text, user), name)}
        return found.pop() if len(found) == 1 else None

    def _of_attribute(self, node: ast.Attribute, user: ast.AST) -> int | None:
        """``self.weights``, ``y.size``, ``counts.values``."""
        if node.attr in _ATTRIBUTES:
            return self.of(node.value, user)
        if node.attr in _SIZES:
            return SAME
        spelt = ast.unparse(node)
        given = [one for one in self.text.all(ast.Assign) if ast.unparse(one.targets[0]) == spelt]
        values = [one for one in given if constant(one.value) is not None or not isinstance(one.value, ast.Constant)]
        return self._whole.of(values[0].value, values[0]) if len(values) == 1 else None

    def _of_part(self, node: ast.Subscript, user: ast.AST) -> int | None:
        """``counts[c]``: the weight of the class; any other part may be that of another class."""
        if _gives_counts(node.value):
            return GROWS if constant(node.slice) == 1 else None
        if isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
            return SAME
        array = node.value.value if isinstance(node.value, ast.Attribute) and node.value.attr == "loc" else node.value
        if self.key is None:
            by_class = self._whole.rows and bool(names(node.slice)) and not isinstance(node.slice, ast.Compare)
            return self._whole.of(array, user) if by_class else None
        if ast.unparse(_bare(node.slice)) == ast.unparse(self.key):
            return self._whole.of(array, user)
        if isinstance(self.key, ast.Constant):
            other = self._whole.of(array, user) if self.of_two and constant(node.slice) in (0, 1) else None
            return None if other is None else -other
        return None if names(node.slice) & names(self.key) else SAME

    def _of_each(self, node: ast.DictComp | ast.ListComp | ast.GeneratorExp, user: ast.AST) -> int | None:
        """A dictionary or a list of weights, each of which is that of its class."""
        rounds = node.generators[0]
        if len(node.generators) != 1 or _is_turned(rounds.iter):
            return None
        entries = entries_of(rounds.target, rounds.iter)
        key: ast.expr = node.key if isinstance(node, ast.DictComp) else rounds.target
        if isinstance(key, ast.Name) and not isinstance(node, ast.DictComp) and self._whole.of(rounds.iter, node):
            key, entries = ast.Name(""), {key.id: rounds.iter}
        value = node.value if isinstance(node, ast.DictComp) else node.elt
        named = isinstance(_bare(key), ast.Name)
        return Weights(self.text, self._whole, key, entries).of(value, node) if named else None

    def _of_pairs(self, node: ast.Dict, user: ast.AST) -> int | None:
        """``{0: negative / total, 1: positive / total}``; one of them may be the same whatever the counts."""
        pairs = [(key, value) for key, value in zip(node.keys, node.values, strict=True) if key is not None]
        of_two = [constant(key) for key, _ in pairs] == [0, 1]
        found = {Weights(self.text, self._whole, key, of_two=of_two).of(value, value) for key, value in pairs}
        moving = found - {SAME}
        return moving.pop() if len(moving) == 1 and len(pairs) > 1 else None

    def _of_call(self, node: ast.Call, user: ast.AST) -> int | None:
        name = called(node)
        counted = _counted_class(node)
        if name in self.text.functions:
            return self._returned(self.text.functions[name])
        if counted is not None and self.key is not None:
            return self._of_counted(counted)
        if name in _COUNTS or (name in {"size", "count"} and "groupby(" in ast.unparse(node.func)):
            return GROWS if keyword(node, "weights") is None else None
        if name in _OF_TWO and len(node.args) == 2:
            return self._of_pair(_OF_TWO[name], node.args[0], node.args[1], user)
        if name in _ONE_NUMBER:
            return SAME
        return _CALLS[name](self, node, user) if name in _CALLS else self._kept(node, user)

    def _kept(self, call: ast.Call, user: ast.AST) -> int | None:
        """What leaves the order of numbers: ``np.sqrt(counts)``, ``counts.to_dict()``."""
        return self.of(subject(call, _LIBRARIES), user) if called(call) in _KEEP else None

    def _balanced(self, call: ast.Call, user: ast.AST) -> int | None:
        """``compute_class_weight("balanced", classes=…, y=…)``."""
        return FALLS if "'balanced'" in ast.unparse(call) else None

    def _turned_over(self, call: ast.Call, user: ast.AST) -> int | None:
        """``np.reciprocal(counts)``."""
        of = self.of(argument_at(call, 0), user)
        return None if of is None else -of

    def _numbered(self, call: ast.Call, user: ast.AST) -> int | None:
        """``zip(classes, counts)``, ``enumerate(counts)``."""
        last = call.args[-1 if called(call) == "zip" else 0] if call.args and not _is_turned(call) else None
        if isinstance(last, ast.Starred):
            return GROWS if _gives_counts(last.value) else None
        return self.of(last, user)

    def _of_counted(self, counted: ast.expr) -> int | None:
        """What the count of a class does with that of the class whose weight it is."""
        key = self.key or counted
        if ast.unparse(_bare(counted)) == ast.unparse(key):
            return GROWS
        if not isinstance(counted, ast.Constant):
            return None
        other = FALLS if self.of_two and counted.value in (0, 1) else None
        return other if isinstance(key, ast.Constant) else SAME

    def _looked_up(self, call: ast.Call, user: ast.AST) -> int | None:
        """``counts.get(c)``; for all rows, ``y.map(shares)`` and ``tf.gather(shares, y)``."""
        if called(call) == "get":
            array = getattr(call.func, "value", None)
            own = self.key is not None and bool(call.args) and ast.unparse(call.args[0]) == ast.unparse(self.key)
            return self._whole.of(array, user) if own else None
        return self._whole.of(call.args[0], user) if call.args and self.key is None else None

    def _returned(self, function: ast.FunctionDef) -> int | None:
        """What a function of the author's returns, where it returns anything."""
        found = {self._whole.of(end, end) for end in returned(function) if not isinstance(end, ast.Constant)}
        return found.pop() if len(found) == 1 else None


_LOOKS: dict[type[ast.AST], Callable[..., int | None]] = {
    ast.Constant: Weights._of_number,
    ast.Name: Weights._of_name,
    ast.BinOp: Weights._of_arithmetic,
    ast.Attribute: Weights._of_attribute,
    ast.Subscript: Weights._of_part,
    ast.Dict: Weights._of_pairs,
    **dict.fromkeys((ast.DictComp, ast.ListComp, ast.GeneratorExp), Weights._of_each),
    ast.Call: Weights._of_call,
}
_CALLS: dict[str, Callable[..., int | None]] = {
    "compute_class_weight": Weights._balanced,
    "reciprocal": Weights._turned_over,
    **dict.fromkeys(("zip", "enumerate"), Weights._numbered),
    **dict.fromkeys(("get", "map", "take", "gather"), Weights._looked_up),
}


def entries_of(target: ast.expr, over: ast.expr) -> dict[str, ast.expr]:
    """The variable of a loop that holds one entry of something, with what it is taken from.

    That is the second of ``for c, n in enumerate(counts)``, ``zip(classes, counts)`` or ``counts.items()``.
    """
    if called(over) == "sorted" and isinstance(over, ast.Call) and len(over.args) == 1 and not over.keywords:
        over = over.args[0] if called(over.args[0]) in {"items", "zip"} else over
    if not isinstance(target, ast.Tuple) or len(target.elts) != 2 or not isinstance(over, ast.Call):
        return {}
    name = ast.unparse(target.elts[1])
    if called(over) in {"items", "most_common"} and isinstance(over.func, ast.Attribute):
        return {name: over.func.value}
    last = over.args[-1 if called(over) == "zip" else 0] if over.args else None
    if called(over) == "zip" and isinstance(last, ast.Starred) and _gives_counts(last.value):
        return {name: ast.Subscript(last.value, ast.Constant(1))}
    return {name: last} if called(over) in {"enumerate", "zip"} and last is not None else {}


def _is_turned(over: ast.AST) -> bool:
    """Whether classes may be paired with the counts of others: ``zip([1, 0], counts)``."""
    first = over.args[0] if isinstance(over, ast.Call) and called(over) == "zip" and over.args else None
    listed = [constant(part) for part in getattr(first, "elts", ())]
    ordered = all(type(part) is int for part in listed) and listed == sorted(listed)
    return not ordered or any(word in ast.unparse(over) for word in ("::-1", "reversed(", "flip("))


def _bare(node: ast.expr) -> ast.expr:
    """``c`` of ``int(c)``."""
    inner = node.args[0] if isinstance(node, ast.Call) and called(node) in {"int", "str"} and node.args else node
    return _bare(inner) if inner is not node else node


def _gives_counts(node: ast.AST | None) -> bool:
    """``np.unique(y, return_counts=True)``."""
    return called(node) == "unique" and "return_counts=True" in ast.unparse(node or ast.Pass())


def _counted_class(call: ast.Call) -> ast.expr | None:
    """The class whose rows are counted: ``np.sum(y == c)``, ``len(y[y == c])``, ``y.count(c)``."""
    if called(call) == "count" and isinstance(call.func, ast.Attribute) and len(call.args) == 1:
        return call.args[0]
    if called(call) not in {"sum", "mean", "count_nonzero", "len", "reduce_sum", "reduce_mean"}:
        return None
    tests = [node for node in walk(call) if isinstance(node, ast.Compare)]
    plain = len(tests) == 1 and not any(isinstance(node, ast.BinOp) for node in walk(call))
    equal = plain and len(tests[0].ops) == 1 and isinstance(tests[0].ops[0], ast.Eq)
    return tests[0].comparators[0] if equal else None


def option(text: Text, call: ast.Call, name: str) -> ast.expr | None:
    """An argument that is given by name, also in a dictionary of arguments, or as an entry of one of settings."""
    given = keyword(call, name)
    for holder in (one.value for one in call.keywords if one.arg is None and given is None):
        given = entry(text, holder, name)
    key = constant(given.slice) if isinstance(given, ast.Subscript) else None
    kept = entry(text, given.value, key) if isinstance(given, ast.Subscript) and isinstance(key, str) else None
    return kept or given


def entry(text: Text, holder: ast.expr, key: str) -> ast.expr | None:
    """What a dictionary holds under a key, if that is written down once: in it, or by ``holder[key] = …``."""
    made = text.resolved(holder)
    pairs = list(zip(made.keys, made.values, strict=True)) if isinstance(made, ast.Dict) else []
    found = [value for name, value in pairs if constant(name) == key]
    found += [one.value for one in made.keywords if one.arg == key] if isinstance(made, ast.Call) else []
    for one in text.all(ast.Assign):
        target = one.targets[0]
        if isinstance(target, ast.Subscript) and constant(target.slice) == key:
            found += [one.value] if ast.unparse(target.value) == ast.unparse(holder) else []
    return found[0] if len(found) == 1 else None


def weights_given(text: Text) -> Iterator[ast.expr]:
    """The weights that the rows of ``fit`` or of a data set get."""
    for fit in text.calls({"fit", "fit_generator", "train_on_batch"}):
        given = option(text, fit, "sample_weight")
        yield from [given] if given is not None else ()
    parts: list[ast.expr] = [pair for call in text.calls({"from_tensor_slices"}) for pair in call.args[:1]]
    parts += [made.body for call in text.calls({"map"}) for made in call.args[:1] if isinstance(made, ast.Lambda)]
    for part in parts:
        if isinstance(part, ast.Tuple) and len(part.elts) == 3:
            yield part.elts[2]
