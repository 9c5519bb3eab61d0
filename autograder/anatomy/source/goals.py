"""Goals that are the opposite of what is meant: labels of pairs that a contrastive loss reads backwards, a divergence
that is made large, a generator that is rewarded for being found out, a denoiser that is shown no clean row."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, names, owner_of, walk
from autograder.anatomy.source.scopes import last_name, owner, unfolded, written
from autograder.anatomy.source.signs import own_losses, own_losses_of, value_at

_FAR, _NEAR = 50.0, 0.25  # distances beyond any margin, and within most of them
_TINY = 1e-3
_SAME, _OTHER = re.compile(r"(^|_)(same|match|similar)", re.I), re.compile(r"diff|dissimilar|unlike|\bnot_", re.I)
_SIMILARITIES = re.compile(r"cosine|\bDot\(|\bdot\(|similarity|Dense\(1\b|Dense\(units=1\b")
_EXP, _SUMS = frozenset({"exp"}), frozenset({"sum", "mean", "reduce_sum", "reduce_mean", "cast", "maximum"})
_FAKE = re.compile(r"fake|(?<!a)gen(?!er(al|ic)|der)|synth", re.I)
_GENERATOR = re.compile(r"(?<!a)gen(?!er(al|ic)|der)|^g_|_g$|g_loss", re.I)
_JUDGE, _BOTH = re.compile(r"disc|critic|judge|^d_|_d$|d_loss", re.I), re.compile(r"gan|combined|adversarial", re.I)
_ALIKE = frozenset({"zeros", "zeros_like", "ones", "ones_like"})
_NOISY = re.compile(r"nois|corrupt|distort|damag|disturb|degrad", re.I)
_DENOISES = re.compile(r"de-?nois|clean|noise-free|\bdae\b", re.I)
_WITHOUT_CLEAN = re.compile(r"noise ?2|n2[nvs]\b|blind.?spot|self.?supervis", re.I)
_DRAWS = frozenset(
    {
        "normal",
        "randn",
        "uniform",
        "standard_normal",
        "rand",
        "truncated_normal",
        "random_normal",
        "poisson",
        "laplace",
    }
)
_LARGE = re.compile(r"elbo|bound|objective|likelihood|reward|gain", re.I)  # what some make as large as can be
_SUM = 5  # operators within each other in a divergence
_STEPS = 40  # expressions on the way from a divergence to the loss


def looks(text: Text) -> Found:
    """All that stands in a program."""
    if "maximum(" in text.whole or "relu(" in text.whole or "hinge" in text.whole:
        yield from _pairs(text)
    if "exp(" in text.whole:
        yield from _divergences(text)
    if "ones" in text.whole or "zeros" in text.whole:
        yield from _generators(text)
    if _NOISY.search(text.whole):
        yield from _denoisers(text)


def _pairs(text: Text) -> Found:
    """``(1 - same) * d**2 + same * maximum(margin - d, 0)**2``: pairs of one class are pushed apart."""
    if _SIMILARITIES.search(text.whole):
        return
    compiles = list(text.calls({"compile"}))
    means: dict[str, set[str]] = {}
    for call in compiles:
        model = owner_of(call) if len(compiles) > 1 else ""
        for _, function in own_losses_of(text, call):
            far = _wants_distance(function, text, 1.0)
            if far is None or _wants_distance(function, text, 0.0) is not (not far):
                continue
            if model not in means:
                fits = [fit for fit in text.calls({"fit"}) if model in ("", owner_of(fit))]
                means[model] = {meant for fit in fits for meant in _of_pairs(text, fit)}
            if means[model] == {"same" if far else "other"}:
                kind, does = ("of one kind", "pushes those apart") if far else ("that differ", "pulls those together")
                said = f"The label 1 stands for two {kind}, and {function.name} {does}"
                yield "pairs reversed", f"{said}.", _end(function)


def _end(function: ast.FunctionDef) -> ast.expr:
    """What a function returns."""
    return next(node.value for node in walk(function) if isinstance(node, ast.Return) and node.value is not None)


def _wants_distance(function: ast.FunctionDef, text: Text, truth: float) -> bool | None:
    """Whether a contrastive loss is smaller for a larger distance, for pairs with this label; None if it is none."""
    at = [value_at(function, text, [truth] * 4, [distance] * 4) for distance in (_TINY / 10, _NEAR, _FAR)]
    if None in at:
        return None
    none, near, far = (value or 0.0 for value in at)
    if far < _TINY and none > near > _TINY:
        return True
    return False if none < _TINY < near < far else None


def _of_pairs(text: Text, fit: ast.Call) -> Iterator[str]:
    """What the label 1 of the pairs means that a model is fitted to: ``same`` or ``other``."""
    labels = argument_at(fit, 1, "y")
    if not isinstance(labels, ast.Name):
        return
    given, variables = _given_to(text, labels), {labels.id}
    made = [one.args[0] if isinstance(one, ast.Call) and one.args else one for one in given]
    variables |= {one.id for one in made if isinstance(one, ast.Name)}
    within = {text.function_of(one) for one in given}
    grown = [call.args[0] for call in text.calls({"append"}) if call.args and names(call.func) & variables
             and text.function_of(call) in within]  # fmt: skip
    met = [found for one in (*given, *grown) for node in walk(one) if (found := _compares(node))]
    if met:
        yield from met
    else:
        yield from ("same" for name in variables if _SAME.search(name) and not _OTHER.search(name))
        yield from ("other" for name in variables if _OTHER.search(name))


def _given_to(text: Text, name: ast.Name) -> list[ast.expr]:
    """What a variable was given, also as one of several values of a function of the author's."""
    found = []
    for one in text.all(ast.Assign):
        target = one.targets[0]
        if isinstance(target, ast.Name) and target.id == name.id:
            found.append(one.value)
        parts = target.elts if isinstance(target, ast.Tuple) else []
        function = text.functions.get(called(one.value)) if parts else None
        ends = [node.value for node in walk(function) if isinstance(node, ast.Return)] if function else []
        for end in ends:
            given = end.elts if isinstance(end, ast.Tuple) and len(end.elts) == len(parts) else []
            found += [value for part, value in zip(parts, given, strict=False) if getattr(part, "id", "") == name.id]
    return found


def _compares(node: ast.AST) -> str:
    """``1 if a == b else 0``, ``int(a == b)``, ``(a != b).astype(int)``: what the 1 means."""
    test, turned = node, False
    if isinstance(node, ast.IfExp):
        values = [getattr(part, "value", None) for part in (node.body, node.orelse)]
        test, turned = (node.test, values == [0, 1]) if sorted(map(str, values))[0][0] == "0" else (node, False)
        if values not in ([0, 1], [1, 0]):
            return ""
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], ast.Eq | ast.NotEq):
        return ""
    if not all(isinstance(part, ast.Name | ast.Subscript | ast.Attribute) for part in (test.left, *test.comparators)):
        return ""
    return "same" if isinstance(test.ops[0], ast.Eq) != turned else "other"


def _divergences(text: Text) -> Found:
    """``loss + 0.5 * sum(1 + log_var - mean**2 - exp(log_var))``, which wants a divergence as large as can be."""
    met = [(node, sign) for node in text.all(ast.BinOp) if (sign := _divergence(node))]
    kinds = (ast.BinOp, ast.UnaryOp, ast.Call, ast.Assign, ast.AugAssign, ast.Return) if met else ()
    parents = {id(part): one for kind in kinds for one in text.all(kind) for part in ast.iter_child_nodes(one)}
    for node, sign in met:
        if set(_Way(text, parents).ends(node, sign)) == {-1}:
            said = (
                "This is the divergence with a minus, and training makes it small: the codes run away from the prior"
            )
            yield "divergence", f"{said}.", node


def _terms(node: ast.expr, sign: int = 1, depth: int = _SUM) -> Iterator[tuple[ast.expr, int]]:
    """The parts of a small sum with their signs."""
    if depth and isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield from _terms(node.left, sign, depth - 1)
        yield from _terms(node.right, -sign if isinstance(node.op, ast.Sub) else sign, depth - 1)
    elif depth and isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield from _terms(node.operand, -sign, depth - 1)
    else:
        yield node, sign


def _divergence(node: ast.BinOp) -> int:
    """1 for ``mean**2 + exp(log_var) - log_var - 1``, -1 for its opposite, 0 for all else."""
    if not isinstance(node.op, ast.Add | ast.Sub):
        return 0
    terms = list(_terms(node))
    if len(terms) != 4:
        return 0
    signs: dict[str, int] = {}
    for part, sign in terms:
        kind = "one" if getattr(part, "value", None) in (1, 1.0) and isinstance(part, ast.Constant) else ""
        kind = kind or ("exp" if called(part) == "exp" else "square" if _is_square(part) else "log")
        signs[kind] = sign
    if len(signs) != 4 or signs["exp"] != signs["square"] or signs["one"] != signs["log"]:
        return 0
    return signs["exp"] if signs["exp"] != signs["one"] else 0


def _is_square(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        twice = isinstance(node.op, ast.Mult) and ast.unparse(node.left) == ast.unparse(node.right)
        return twice or (isinstance(node.op, ast.Pow) and getattr(node.right, "value", None) == 2)
    return called(node) == "square" or (called(node) == "pow" and ast.unparse(node).endswith("2)"))


class _Way:
    """Follows a number to the losses that it is part of, with its sign."""

    def __init__(self, text: Text, parents: dict[int, ast.AST]) -> None:
        self.text, self.parents, self.left = text, parents, _STEPS
        self.losses = {function.name for _, function in own_losses(text)}

    def ends(self, node: ast.AST, sign: int) -> Iterator[int]:
        """The signs with which a value reaches ``add_loss``, a gradient, or the end of a loss; 0 if not known."""
        self.left -= 1
        parent = self.parents.get(id(node))
        if self.left < 0 or parent is None:
            return
        if isinstance(parent, ast.UnaryOp):
            yield from self.ends(parent, -sign if isinstance(parent.op, ast.USub) else sign)
        elif isinstance(parent, ast.BinOp):
            yield from self.ends(parent, sign * self._factor(parent, node))
        elif isinstance(parent, ast.Call) and node in parent.args:
            yield from self._given(parent, node, sign)
        elif isinstance(parent, ast.Assign) and len(parent.targets) == 1:
            yield from self._named(parent, parent.targets[0], sign)
        elif isinstance(parent, ast.AugAssign) and isinstance(parent.op, ast.Add | ast.Sub):
            yield from self._named(parent, parent.target, sign if isinstance(parent.op, ast.Add) else -sign)
        elif isinstance(parent, ast.Return):
            function = owner(self.text, parent)
            if function is not None and function.name in self.losses:
                yield sign
            elif function is not None:
                for call in self.text.calls({function.name}):
                    yield from self.ends(call, sign)

    def _factor(self, parent: ast.BinOp, node: ast.AST) -> int:
        """The sign of what else stands in an operation; 0 if it is not known."""
        if isinstance(parent.op, ast.Add):
            return 1
        if isinstance(parent.op, ast.Sub):
            return -1 if node is parent.right else 1
        if isinstance(parent.op, ast.Mult) or (isinstance(parent.op, ast.Div) and node is parent.left):
            return _sign_of(self.text, parent.left if node is parent.right else parent.right)
        return 0

    def _given(self, call: ast.Call, node: ast.AST, sign: int) -> Iterator[int]:
        if called(call) == "add_loss":
            yield sign
        elif called(call) == "gradient" and call.args[0] is node:
            yield 0 if _LARGE.search(last_name(node)) else sign
        elif called(call) in _SUMS:
            yield from self.ends(call, sign)
        elif called(call) in {"multiply", "add"} and len(call.args) == 2:
            other = next(part for part in call.args if part is not node)
            yield from self.ends(call, sign * (_sign_of(self.text, other) if called(call) == "multiply" else 1))

    def _named(self, statement: ast.stmt, target: ast.expr, sign: int) -> Iterator[int]:
        """Where a variable is read until it is given another value."""
        if not isinstance(target, ast.Name):
            return
        here, cell = self.text.function_of(statement), self.text.cell_of(statement)
        reads = [
            node
            for node in self.text.all(ast.Name)
            if node.id == target.id and self.text.function_of(node) == here and self.text.cell_of(node) is cell
        ]
        for node in sorted(reads, key=lambda node: (node.lineno, isinstance(node.ctx, ast.Store))):
            if node.lineno <= (statement.end_lineno or 0):
                continue
            changed = self.parents.get(id(node))
            if isinstance(changed, ast.AugAssign):
                if isinstance(changed.op, ast.Mult | ast.Div):
                    sign *= _sign_of(self.text, changed.value)
            elif isinstance(node.ctx, ast.Store):
                return
            else:
                yield from self.ends(node, sign)


def _sign_of(text: Text, node: ast.expr) -> int:
    """The sign of a factor; what has a name and is no number is taken for a weight."""
    node = text.resolved(node)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_sign_of(text, node.operand)
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return 1 if node.value > 0 else -1 if node.value < 0 else 0
    return 1 if isinstance(node, ast.Name | ast.Attribute) else 0


class _Verdict(NamedTuple):
    """What a judge should say of made-up rows, in the step of the generator or in its own."""

    of_generator: bool
    wanted: int
    node: ast.expr


def _generators(text: Text) -> Found:
    """``bce(zeros_like(guess), guess)`` in the step of a generator, where 0 is the judge's word for made-up rows."""
    if not (_GENERATOR.search(text.whole) and _JUDGE.search(text.whole)):
        return
    labels = {name: {_label(value) for value in values} for name, values in text.values.items()}
    alike = {name: wanted for name, wanted in labels.items() if wanted != {None}}
    kept: dict[int, ast.stmt] = {}
    for statement in (*text.all(ast.Assign), *text.all(ast.Return)):
        kept |= {id(part): statement for part in walk(statement) if isinstance(part, ast.Call)}
    found = [verdict for call in text.all(ast.Call) if (verdict := _verdict(text, call, alike, kept)) is not None]
    wanted = {of: {one.wanted for one in found if one.of_generator is of} for of in (True, False)}
    if len(wanted[True]) == 1 and wanted[True] == wanted[False]:
        for one in found:
            if one.of_generator:
                said = f"{one.wanted} is what the judge learns to say of made-up rows"
                yield "found out", f"{said}: the generator learns to be found out.", one.node


def _verdict(
    text: Text, call: ast.Call, alike: dict[str, set[int | None]], kept: dict[int, ast.stmt]
) -> _Verdict | None:
    """What a call wants a judge to say.

    ``alike`` holds the labels of the variables that have one for all rows, ``kept`` the statements of calls.
    """
    batch = called(call) == "train_on_batch"
    first, second = argument_at(call, 0, "x", "y_true", "labels"), argument_at(call, 1, "y", "y_pred", "logits")
    if first is None or second is None or len(call.args) + len(call.keywords) > 3:
        return None
    target, rows = (second, first) if batch else (first, second)
    known = alike.get(getattr(target, "id", ""), set())
    wanted = next(iter(known)) if len(known) == 1 else _label(unfolded(text, target, call) if known else target)
    if wanted is None:
        return None
    role = _of_batch(call) if batch else _of_loss(text, call, kept)
    if role == "judge" and _FAKE.search(f"{ast.unparse(rows)} {ast.unparse(unfolded(text, rows, call))}"):
        return _Verdict(False, wanted, call)
    return _Verdict(True, wanted, target if batch else call) if role == "generator" else None


def _of_batch(call: ast.Call) -> str:
    """Whom ``train_on_batch`` trains, by its name."""
    name = last_name(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    return "judge" if _JUDGE.search(name) else "generator" if _BOTH.search(name) else ""


def _of_loss(text: Text, call: ast.Call, kept: dict[int, ast.stmt]) -> str:
    """Whose loss a call is part of, by the name of the function, or else of the variable that gets it."""
    statement = kept.get(id(call))
    if statement is None or any(isinstance(part, ast.USub | ast.Sub) for part in walk(statement)):
        return ""
    named = " ".join(last_name(target) for target in getattr(statement, "targets", ()))
    for word in (text.name_of(text.function_of(call)), named):
        judge, generator = _JUDGE.search(word), _GENERATOR.search(word)
        if bool(judge) != bool(generator):
            return "judge" if judge else "generator"
    return "judge" if _JUDGE.search(named) else ""


def _label(node: ast.expr) -> int | None:
    """0 or 1, if labels are all alike: ``zeros_like(guess)``, ``np.ones((32, 1)) * 0.9``."""
    spelt = ast.unparse(node)
    if any(word in spelt for word in ("concat", "stack", "append", "where", "randint", "choice", "1 -", "1.0 -")):
        return None
    kinds = {called(part)[:4] for part in walk(node) if called(part) in _ALIKE}
    return None if len(kinds) != 1 or "-" in spelt.replace("axis=-1", "") else int(kinds == {"ones"})


def _denoisers(text: Text) -> Found:
    """``fit(noisy, noisy)``, where the clean rows are at hand."""
    if not _DENOISES.search(written(text)) or _WITHOUT_CLEAN.search(written(text)):
        return
    for call in text.calls({"fit"}):
        x, y = argument_at(call, 0, "x"), argument_at(call, 1, "y")
        if not isinstance(x, ast.Name) or not isinstance(y, ast.Name):
            continue
        if x.id == y.id and _NOISY.search(x.id) and (clean := _made_noisy(text, x.id, call)):
            said = f"{x.id} is {clean} with noise, and the target is {y.id} itself"
            yield "noisy target", f"{said}: the network learns to keep the noise.", y
        elif x.id != y.id and _NOISY.search(y.id) and _made_noisy(text, y.id, call) == x.id:
            said = f"The target {y.id} is {x.id} with noise"
            yield "noisy target", f"{said}: the network learns to add noise, not to remove it.", y


def _made_noisy(text: Text, name: str, user: ast.AST) -> str:
    """The variable that another one is with noise; empty if there is none."""
    for one in text.all(ast.Assign):
        for target in one.targets:
            parts = target.elts if isinstance(target, ast.Tuple) else [target]
            at = next((at for at, part in enumerate(parts) if getattr(part, "id", "") == name), None)
            if at is None:
                continue
            values = _each_of(one.value, len(parts))
            clean = _clean_of(text, values[at]) if len(values) == len(parts) else ""
            if clean and clean != name:
                return clean
    return ""


def _each_of(value: ast.expr, count: int) -> list[ast.expr]:
    """The parts of a tuple, of ``map(disturb, (train, test))``, of ``[disturb(rows) for rows in (train, test)]``."""
    if isinstance(value, ast.Tuple | ast.List):
        return value.elts
    if called(value) == "map" and isinstance(value, ast.Call) and len(value.args) == 2:
        listed = getattr(value.args[1], "elts", [])
        return [ast.Call(value.args[0], [part], []) for part in listed]
    comprehension = value if isinstance(value, ast.ListComp | ast.GeneratorExp) else None
    if comprehension is not None and isinstance(comprehension.elt, ast.Call) and len(comprehension.generators) == 1:
        listed = getattr(comprehension.generators[0].iter, "elts", [])
        return [ast.Call(comprehension.elt.func, [part], []) for part in listed]
    return [value] if count == 1 else []


def _clean_of(text: Text, value: ast.expr) -> str:
    """The variable to which a value adds random numbers, by itself or in a function of the author's."""
    while isinstance(value, ast.Call) and called(value) in {"clip", "astype", "clip_by_value", "float32"}:
        inner = value.func.value if isinstance(value.func, ast.Attribute) else None
        value = value.args[0] if value.args and (inner is None or isinstance(inner, ast.Name)) else inner or value
        if isinstance(value, ast.Constant):
            return ""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        pair = (value.left, value.right) if isinstance(value.left, ast.Name) else (value.right, value.left)
        noise = [unfolded(text, part, value) if isinstance(part, ast.Name) else part for part in walk(pair[1])
                 if isinstance(part, ast.expr)]  # fmt: skip
        draws = any(called(part) in _DRAWS for one in noise for part in walk(one))
        return pair[0].id if isinstance(pair[0], ast.Name) and draws else ""
    function = text.functions.get(called(value)) if isinstance(value, ast.Call) and value.args else None
    if function is None or not isinstance(value, ast.Call) or not isinstance(value.args[0], ast.Name):
        return ""
    adds = any(
        isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Add) for node in walk(function)
    )
    return value.args[0].id if adds and any(called(node) in _DRAWS for node in walk(function)) else ""
