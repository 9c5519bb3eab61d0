"""Masks and weights of steps: which way a mask is, followed from where it is made to where it is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, bases, bound, called, keyword, names, walk
from autograder.rules.looks.dataflow import result_of, unfolded
from autograder.rules.looks.scopes import arguments, attributes, last_name, methods, owner
from autograder.rules.rule import Found

_NO_TOKENS = re.compile(r"mask|pad|segment|type|valid|weight|flag|len|mode|visible|dist|pos|attn|attention", re.I)
_TOKENS = re.compile(
    r"(^|_)(id|ids|tok|tokens?|seqs?|sequences?|inp|inputs?|words?|texts?|src|tgt|sentences?)\d?$", re.I
)
_LABELS = re.compile(r"real|true|label|target|tar|tgt|^y")
KEEPS = frozenset({
    "cast", "astype", "expand_dims", "reshape", "tile", "repeat", "broadcast_to", "convert_to_tensor", "squeeze",
    "float", "bool", "int", "identity", "unsqueeze", "to", "asarray", "array", "transpose", "view", "expand", "long",
})  # fmt: skip
_ATTENTION = frozenset({"MultiHeadAttention", "GroupedQueryAttention", "GroupQueryAttention"})
_MASKED = frozenset({
    "LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional", "GlobalAveragePooling1D", "Attention", "AdditiveAttention",
    "Softmax", "ConvLSTM1D", "ConvLSTM2D",
})  # fmt: skip
_OF_TORCH = ("key_padding_mask", "src_key_padding_mask", "tgt_key_padding_mask", "memory_key_padding_mask")
LIBRARIES = frozenset({"tf", "ops", "np", "K", "keras", "jnp", "torch", "numpy"})
_HUGE, DEEP, _STEPS = 1e3, 12, 200


class _Mask(NamedTuple):
    """Which way a mask is: 1 if it is true at the tokens, -1 if it is true at the padding; and what makes it so."""

    way: int
    node: ast.expr

    def turned(self) -> _Mask:
        return _Mask(-self.way, self.node)


class _At(NamedTuple):
    """Where a mask is read: the node that uses it, what the arguments of its function are, and how far to go on."""

    user: ast.AST
    bound: dict[str, ast.expr]
    deep: int


def masked_wrongly(text: Text) -> Found:
    """Masks that are true at the padding where they should be true at the tokens, or the other way round."""
    if "mask" not in text.whole:
        return
    reader = _Reader(text)
    for call in text.all(ast.Call):
        yield from _of_layers(reader, call)
        yield from _chosen(reader, call)
    for kind in text.all(ast.ClassDef):
        for method in methods(kind) if bases(kind) & {"Layer", "Embedding"} else ():
            for end in walk(method) if method.name == "compute_mask" else ():
                if isinstance(end, ast.Return) and end.value is not None:
                    yield from _wrong(reader.read(end.value, end), 1, "The layers behind keep the steps where")
    yield from _added(reader)
    yield from _losses(reader)
    yield from _means(reader)


def _wrong(met: _Mask | None, wanted: int, reader: str) -> Found:
    """A mask that goes the other way. Scores are hidden for many reasons: there only the name of tokens will do."""
    compared = _compared(met.node) if met is not None else ""
    sure = compared in {"", "x"} or _TOKENS.search(compared) is not None or not reader.startswith("This keeps")
    if met is not None and met.way == -wanted and sure:
        found = "at the padding, or at what is to be hidden" if wanted == 1 else "at the tokens"
        kept = "true" if wanted == 1 else "false"
        yield f"{reader} the mask is {kept}, and it is true {found}.", met.node


def _of_layers(reader: _Reader, call: ast.Call) -> Found:
    """``attention(x, x, attention_mask=mask)``, ``LSTM(8)(x, mask=mask)``, and those of PyTorch, which are turned."""
    made = reader.made(call)
    given = keyword(call, "attention_mask") if made in _ATTENTION else None
    if given is not None:
        yield from _wrong(reader.read(given, call), 1, f"{made} looks at the steps where")
    given = keyword(call, "mask") if made in _MASKED else None
    if made == "Softmax" and len(call.args) > 1:
        given = call.args[1]
    for part in given.elts if isinstance(given, ast.List | ast.Tuple) else [given]:
        if part is not None:
            yield from _wrong(reader.read(part, call), 1, f"{made} reads the steps where")
    given = keyword(call, *_OF_TORCH) if "torch" in reader.text.whole else None
    if given is not None and made.startswith(("Multihead", "Transformer")):
        yield from _wrong(reader.read(given, call), -1, "PyTorch looks at the steps where")


def _chosen(reader: _Reader, call: ast.Call) -> Found:
    """``where(mask, scores, -1e9)``, and ``scores.masked_fill(mask, -1e9)``."""
    if called(call) == "where" and len(call.args) == 3:
        hidden = [_is_huge(reader.text, part, call) for part in call.args[1:]]
        if hidden == [False, True]:
            yield from _wrong(reader.read(call.args[0], call), 1, "This keeps the scores where")
        elif hidden == [True, False]:
            yield from _wrong(reader.read(call.args[0], call), -1, "This keeps the scores where")
    if called(call) == "masked_fill" and len(call.args) == 2 and _is_huge(reader.text, call.args[1], call):
        yield from _wrong(reader.read(call.args[0], call), -1, "This keeps the scores where")


def _is_huge(text: Text, node: ast.expr, user: ast.AST) -> bool:
    """Whether a value is a number far below zero, which a softmax makes 0."""
    node = unfolded(text, node, user)
    if called(node) in {"full_like", "cast", "constant", "float"} and isinstance(node, ast.Call) and node.args:
        node = unfolded(text, node.args[-1 if called(node) == "full_like" else 0], user)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = node.operand
        size = getattr(inner, "value", 0)
        return (
            last_name(inner) == "inf" or (type(size) in (int, float) and size > _HUGE) or "inf" in ast.unparse(inner)
        )
    return getattr(node, "value", None) == "-inf" or ast.unparse(node).endswith(".min")


def _added(reader: _Reader) -> Found:
    """``scores + mask * -1e9``, which hides what the mask is true at."""
    text = reader.text
    sums: list[tuple[ast.expr, bool]] = []
    for one in text.all(ast.AugAssign):
        if isinstance(one.op, ast.Add | ast.Sub):
            sums.append((one.value, isinstance(one.op, ast.Sub)))
    for node in text.all(ast.BinOp):
        if isinstance(node.op, ast.Add | ast.Sub):
            sums.append((node.right, isinstance(node.op, ast.Sub)))
            sums += [(node.left, False)] if isinstance(node.op, ast.Add) else []
    for value, taken in sums:
        made = unfolded(text, value, value)
        for mask, factor in _products(made):
            below = _is_huge(text, factor, made)
            above = _is_huge(text, ast.UnaryOp(ast.USub(), unfolded(text, factor, made)), made)
            if (below and not taken) or (above and taken):
                yield from _wrong(reader.read(mask, made), -1, "This keeps the scores where")


def _products(node: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """The two sides of a product, each as the first."""
    whole = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)
    return [(node.left, node.right), (node.right, node.left)] if whole and isinstance(node, ast.BinOp) else []


def _losses(reader: _Reader) -> Found:
    """``loss *= mask`` in a loss of tokens."""
    text = reader.text
    pairs: list[tuple[ast.expr, ast.expr, ast.AST]] = []
    pairs += [(one.target, one.value, one) for one in text.all(ast.AugAssign) if isinstance(one.op, ast.Mult)]
    pairs += [(left, right, node) for node in text.all(ast.BinOp) for left, right in _products(node)]
    for loss, mask, user in pairs:
        function = owner(text, user)
        made = unfolded(text, loss, user)
        if function is None or "crossentropy" not in ast.unparse(_maker(text, made)).lower():
            continue
        compared = [node for node in walk(function) if called(node) in {"equal", "not_equal"}]
        compared += [node for node in walk(function) if isinstance(node, ast.Compare)]
        met = reader.read(mask, user, labels=True)
        if met is not None and len(compared) == 1:
            yield from _wrong(met, 1, "The loss counts the tokens where")


def _maker(text: Text, node: ast.expr) -> ast.expr:
    """What is called, where it is a variable that holds a loss of Keras."""
    if not isinstance(node, ast.Call):
        return node
    return text.resolved(node.func) if isinstance(node.func, ast.Name) else node.func


def _means(reader: _Reader) -> Found:
    """``sum(states * mask) / sum(mask)``, the mean of the steps where the mask is true."""
    for node in reader.text.all(ast.BinOp):
        if not isinstance(node.op, ast.Div):
            continue
        lower = [part.args[0] for part in walk(node.right) if _sums(part) and isinstance(part, ast.Call)]
        upper = [side for part in walk(node.left) if isinstance(part, ast.BinOp)
                 for side, _ in _products(part)]  # fmt: skip
        for mask in lower:
            met = reader.read(mask, node)
            both = any(reader.read(side, node) == met for side in upper)
            if met is not None and both and _TOKENS.search(_compared(met.node)):
                yield from _wrong(met, 1, "This is the mean of the steps where")


def _sums(node: ast.AST) -> bool:
    return called(node) in {"sum", "reduce_sum"} and isinstance(node, ast.Call) and bool(node.args)


def _compared(node: ast.expr) -> str:
    """The name of what is compared with the number of the padding."""
    first = node.left if isinstance(node, ast.Compare) else None
    if called(node) in {"equal", "not_equal", "greater"} and isinstance(node, ast.Call):
        first = argument_at(node, 0, "x")
    return last_name(first) if first is not None else ""


class _Reader:
    """Reads which way masks are, through the functions and layers of one program."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.functions = {node.name: node for node in text.all(ast.FunctionDef)}
        self.classes = {node.name: node for node in text.all(ast.ClassDef)}
        self.attributes = {name: attributes(kind) for name, kind in self.classes.items()}
        self.inside = {id(part): name for name, kind in self.classes.items() for part in walk(kind)}
        self.labels, self.steps = False, 0

    def read(self, node: ast.expr, user: ast.AST, *, labels: bool = False) -> _Mask | None:
        """Which way a mask is; None if that is not known. ``labels`` if it may be made of the answers."""
        self.labels, self.steps = labels, _STEPS
        return self._read(node, _At(user, {}, DEEP))

    def _read(self, node: ast.expr, at: _At) -> _Mask | None:
        at = at._replace(deep=at.deep - 1)
        self.steps -= 1
        if at.deep < 0 or self.steps < 0:
            return None
        match node:
            case ast.Name():
                met = self._of_name(node, at)
            case ast.Subscript():
                met = self._read(node.value, at)
            case ast.UnaryOp(op=ast.Invert() | ast.Not()):
                met = self._turned(node.operand, at)
            case ast.Compare(ops=[ast.Eq() | ast.NotEq() | ast.Gt() as sign], comparators=[number]):
                met = self._compared(node, (node.left, number), -1 if isinstance(sign, ast.Eq) else 1, at)
            case ast.BinOp():
                met = self._of_two(node, at)
            case ast.Call():
                met = self._of_call(node, at)
            case _:
                met = None
        return met

    def _turned(self, node: ast.expr, at: _At) -> _Mask | None:
        met = self._read(node, at)
        return met and met.turned()

    def _compared(self, node: ast.expr, sides: tuple[ast.expr, ast.expr], sign: int, at: _At) -> _Mask | None:
        """``ids == 0`` is true at the padding, if these are tokens; of a mask, it is the opposite."""
        tokens, padding = sides
        number = unfolded(self.text, padding, at.user)
        is_zero = isinstance(number, ast.Constant) and number.value == 0 and number.value is not False
        if not (is_zero or "pad" in last_name(padding).lower()):
            return None
        mask = self._read(tokens, at)
        if mask is not None:
            return _Mask(mask.way * sign, mask.node) if is_zero else None
        while isinstance(tokens, ast.Subscript):
            tokens = tokens.value
        name = last_name(tokens)
        seen = at.bound.get(name)
        name = last_name(seen) if seen is not None and last_name(seen) else name
        known = not _NO_TOKENS.search(name) and (self.labels or name in {"x", "X"} or not _LABELS.match(name))
        return _Mask(sign, node) if name and known else None

    def _of_two(self, node: ast.BinOp, at: _At) -> _Mask | None:
        if isinstance(node.op, ast.Sub):
            is_one = getattr(node.left, "value", None) in (1, 1.0)
            return self._turned(node.right, at) if is_one else None
        if not isinstance(node.op, ast.Mult | ast.BitAnd | ast.BitOr):
            return None
        return self._both([node.left, node.right], at, both=not isinstance(node.op, ast.BitOr))

    def _both(self, parts: list[ast.expr], at: _At, *, both: bool) -> _Mask | None:
        """A mask of two: what is true where both are is hidden as soon as one is turned."""
        met = [self._read(part, at) for part in parts]
        known = [one for one in met if one is not None]
        turned = [one for one in known if one.way == -1]
        if both and turned:
            return turned[0]
        same = len(known) == len(met) and len({one.way for one in known}) == 1
        return known[0] if same else None

    def _of_name(self, node: ast.Name, at: _At) -> _Mask | None:
        value = self.text.latest(node.id, at.user)[0]
        if value is not None:
            return None if value is node else self._read(value, _At(value, at.bound, at.deep))
        if node.id in at.bound:
            return self._read(at.bound[node.id], _At(at.bound[node.id], {}, at.deep))
        function = owner(self.text, at.user)
        asked = arguments(function)
        if function is None or node.id not in asked:
            return None
        given = list(self._callers(function, node.id, asked.index(node.id)))
        met = [self._read(one, _At(one, {}, at.deep)) for one in given if one is not None]
        if not met and None in given and node.id == "mask" and function.name == "call":
            return _Mask(1, node)  # Keras hands on the mask of the layer before
        ways = {one.way if one is not None else 0 for one in met}
        return met[0] if len(ways) == 1 and None not in given else None

    def _callers(self, function: ast.FunctionDef, name: str, at: int) -> Iterator[ast.expr | None]:
        """What an argument of a function is given wherever it is called; None where it is not."""
        kind = next((one for one in self.classes.values() if function in one.body), None)
        holders = self._holders(kind.name) if kind is not None and function.name in {"call", "__call__"} else set()
        for call in self.text.all(ast.Call):
            own = (
                called(call) == function.name
                and not holders
                and (kind is None or isinstance(call.func, ast.Attribute))
            )
            target = call.func.value if isinstance(call.func, ast.Subscript) else call.func
            held_by = (holders and last_name(target) in holders) or (kind is not None and called(target) == kind.name)
            if own or held_by:
                yield argument_at(call, at, name)

    def _holders(self, kind: str) -> set[str]:
        """The variables and attributes that hold layers of a class of the author's, and those of loops over them."""
        found = {
            last_name(target)
            for one in self.text.all(ast.Assign)
            for target in one.targets
            if any(called(part) == kind for part in walk(one.value))
        } - {""}
        loops: list[ast.For | ast.comprehension] = [*self.text.all(ast.For), *self.text.all(ast.comprehension)]
        for loop in loops:
            if any(last_name(part) in found for part in walk(loop.iter)):
                found |= names(loop.target)
        return found

    def _of_call(self, node: ast.Call, at: _At) -> _Mask | None:
        name, given = called(node), list(node.args)
        holder = node.func.value if isinstance(node.func, ast.Attribute) else None
        met: _Mask | None
        match name, given:
            case (("equal" | "not_equal" | "greater"), [left, right]):
                met = self._compared(node, (left, right), -1 if name == "equal" else 1, at)
            case (("logical_not" | "invert"), [mask, *_]):
                met = self._turned(mask, at)
            case "compute_mask", _ if holder is not None:
                met = None if "super" in ast.unparse(holder) else _Mask(1, node)
            case "subtract", [one, mask]:
                met = self._of_two(ast.BinOp(one, ast.Sub(), mask), at)
            case (("logical_and" | "multiply" | "minimum" | "logical_or" | "maximum"), [_, _]):
                met = self._both(given, at, both=name not in {"logical_or", "maximum"})
            case (("tril" | "triu" | "band_part"), _):
                met = _triangle(node)
            case _ if name in KEEPS:
                inner = given[0] if given and (holder is None or last_name(holder) in LIBRARIES) else holder
                met = None if inner is None else self._read(inner, at)
            case _:
                met = self._of_own(node, at)
        return met

    def _of_own(self, node: ast.Call, at: _At) -> _Mask | None:
        """What a function of the author's returns."""
        function = self.functions.get(called(node))
        value, end = result_of(function, node)
        if function is None or function.name == "call" or value is None:
            return None
        given = {
            str(name): at.bound.get(one.id, one) if isinstance(one, ast.Name) else one
            for name, one in bound(function, node).items()
        }
        return self._read(value, _At(end, given, at.deep))

    def made(self, call: ast.Call) -> str:
        """The class of the layer that is called."""
        function = call.func
        if isinstance(function, ast.Call):
            return called(function)
        if isinstance(function, ast.Attribute) and ast.unparse(function.value) == "self":
            values = self.attributes.get(self.inside.get(id(call), ""), {}).get(function.attr, [])
            return called(values[0]) if len(values) == 1 else ""
        return called(unfolded(self.text, function, call)) if isinstance(function, ast.Name) else ""


def _triangle(node: ast.Call) -> _Mask | None:
    """``tril`` is true at what may be looked at; ``triu(…, k=1)`` at what is to come."""
    numbers = [ast.unparse(part) for part in node.args[1:]]
    if called(node) == "tril":
        return _Mask(1, node) if not numbers and not node.keywords else None
    if called(node) == "band_part":
        return _Mask(1, node) if numbers == ["-1", "0"] else None
    shift = argument_at(node, 1, "k", "diagonal")
    return _Mask(-1, node) if getattr(shift, "value", None) == 1 else None
