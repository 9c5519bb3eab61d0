"""Weights of classes that go to other classes, or that are larger for the classes that are frequent, as the text of a
program shows them."""

from __future__ import annotations

import ast

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, keyword, names

_WRAPS = frozenset({"list", "array", "asarray", "tolist", "to_list", "values", "to_numpy", "keys", "items"})
_OWN_ORDER = ("factorize", "return_index")
_SAID = {
    "unique": "in the order in which the classes appear",
    "value_counts": "from the most frequent class to the rarest",
    "set": "in an order of their own",
    "Counter": "in the order in which the classes appear",
}


def looks(text: Text) -> Found:
    """What is given to ``fit`` as ``class_weight``."""
    seen: set[int] = set()
    for fit in text.calls({"fit"}):
        given = keyword(fit, "class_weight")
        made = text.resolved(given) if given is not None else None
        if made is None or id(made) in seen:
            continue
        seen.add(id(made))
        made, at = _filled(text, given, made)
        order = _counted(text, made)
        if (
            order is not None
            and not any(word in text.whole for word in _OWN_ORDER)
            and not _numbers(text, order[1], made)
        ):
            said = f"The weights stand {_SAID[order[0]]}, and get the numbers 0, 1, 2, … in this order"
            yield "weights", f"{said}: classes get the weights of others.", at
        elif _frequencies(text, made):
            said = "Each class is weighted by how frequent it is"
            yield "weights", f"{said}: the rare ones, which are to count more, count less.", at


def _filled(text: Text, given: ast.expr | None, made: ast.expr) -> tuple[ast.expr, ast.expr]:
    """``for i, n in enumerate(counts): weights[i] = total / n`` as if it were a comprehension, and its place."""
    if not isinstance(given, ast.Name) or ast.unparse(made) not in {"{}", "dict()"}:
        return made, made
    for loop in text.all(ast.For):
        for one in loop.body:
            target = one.targets[0] if isinstance(one, ast.Assign) else None
            if (
                isinstance(one, ast.Assign)
                and isinstance(target, ast.Subscript)
                and ast.unparse(target.value) == given.id
            ):
                rounds = ast.comprehension(loop.target, loop.iter, [], 0)
                return ast.DictComp(target.slice, one.value, [rounds]), one.value
    return made, made


def _counted(text: Text, made: ast.expr) -> tuple[str, ast.expr] | None:
    """The order of what is numbered by ``enumerate`` or ``range``, if it is not that of the sorted classes."""
    if isinstance(made, ast.DictComp):
        return _enumerated(text, made)
    pairs = made.args[0] if called(made) == "dict" and isinstance(made, ast.Call) and made.args else None
    pairs = text.resolved(pairs) if pairs is not None else None
    if not isinstance(pairs, ast.Call):
        return None
    if called(pairs) == "enumerate" and len(pairs.args) == 1:
        return _order(text, pairs.args[0])
    first = text.resolved(pairs.args[0]) if called(pairs) == "zip" and len(pairs.args) == 2 else None
    if called(first) in {"range", "arange"}:
        return _order(text, pairs.args[1])
    return None


def _enumerated(text: Text, made: ast.DictComp) -> tuple[str, ast.expr] | None:
    """``{i: total / n for i, n in enumerate(counts)}``, ``{i: weights[i] for i in range(n)}``."""
    rounds, key = made.generators[0], made.key
    if (
        called(rounds.iter) == "enumerate"
        and isinstance(rounds.iter, ast.Call)
        and isinstance(rounds.target, ast.Tuple)
    ):
        counted = ast.unparse(rounds.target.elts[0]) == ast.unparse(key)
        again = any(
            isinstance(node, ast.Subscript) and names(node.slice) & names(rounds.target)
            for node in ast.walk(made.value)
        )
        return _order(text, rounds.iter.args[0]) if counted and not again else None
    if called(rounds.iter) == "range" and ast.unparse(rounds.target) == ast.unparse(key):
        taken = made.value
        if isinstance(taken, ast.Subscript) and ast.unparse(taken.slice) == ast.unparse(key):
            found = _order(text, taken.value)
            return found if found is not None and _is_weights(text, taken.value) else None
    return None


def _is_weights(text: Text, node: ast.expr) -> bool:
    """Whether this is an array of weights, which are taken by place, and no table, which finds its labels."""
    return called(text.resolved(node)) == "compute_class_weight"


def _order(text: Text, node: ast.expr | None, depth: int = 0) -> tuple[str, ast.expr] | None:
    """In which order weights, counts or classes stand, with what tells it; None if sorted, or not known."""
    node = text.resolved(node) if node is not None else None
    if node is None or depth > 10:
        return None
    if isinstance(node, ast.BinOp):
        return _order(text, node.left, depth + 1) or _order(text, node.right, depth + 1)
    if isinstance(node, ast.Attribute) and node.attr in {"values", "index"}:
        return _order(text, node.value, depth + 1)
    if called(node) == "compute_class_weight" and isinstance(node, ast.Call):
        return _order(text, argument_at(node, 1, "classes"), depth + 1)
    return _order_of_call(text, node, depth) if isinstance(node, ast.Call) else None


def _order_of_call(text: Text, call: ast.Call, depth: int) -> tuple[str, ast.expr] | None:
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    library = getattr(owner, "id", "")
    appears = called(call) == "unique" and library not in {"np", "numpy", "tf", "ops"}
    luck = "binary" in text.whole.lower()  # of two classes the frequent one is nearly always number 0
    counts = called(call) == "value_counts" and keyword(call, "sort") is None and not luck
    if appears or counts or called(call) == "set" or (called(call) == "Counter" and call.args):
        return called(call), call
    if called(call) not in _WRAPS:
        return None
    method = owner is not None and library not in {"np", "numpy"}
    return _order(text, owner if method else argument_at(call, 0), depth + 1)


def _numbers(text: Text, order: ast.expr, made: ast.expr) -> bool:
    """Whether the program numbers its classes in this order itself."""
    spelt = {ast.unparse(order)} | {name for name, values in text.values.items() if order in values}
    if any(f"{name}.index(" in text.whole for name in spelt):
        return True
    own = {id(node) for node in ast.walk(made)}
    numbering = {"enumerate", "Categorical", "OrdinalEncoder", "StringLookup", "CategoricalDtype"}
    for call in text.calls(numbering):
        given = [*call.args, *(part.value for part in call.keywords)]
        if id(call) not in own and any(ast.unparse(part) in spelt for part in given):
            return True
    return False


def _frequencies(text: Text, made: ast.expr) -> bool:
    """``{i: n / total for i, n in enumerate(np.bincount(y))}``: the share of each class as its weight."""
    if isinstance(made, ast.Dict):
        return _shares_by_name(text, made)
    if called(made) in {"to_dict", "dict"} and isinstance(made, ast.Call):
        listed = made.func.value if isinstance(made.func, ast.Attribute) else argument_at(made, 0)
        counts = text.resolved(listed) if listed is not None else None
        normed = keyword(counts, "normalize") if isinstance(counts, ast.Call) else None
        if called(counts) == "value_counts" and getattr(normed, "value", None) is True:
            return True
    if isinstance(made, ast.DictComp) and isinstance(made.generators[0].target, ast.Tuple):
        rounds, value = made.generators[0].iter, made.value
        mine = ast.unparse(made.generators[0].target.elts[-1])
        counts = rounds.args[0] if called(rounds) == "enumerate" and isinstance(rounds, ast.Call) else None
        shares = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div) and ast.unparse(value.left) == mine
        return shares and counts is not None and _is_counts(text, counts) and _is_total(text, value)
    inner = made.args[0] if called(made) == "dict" and isinstance(made, ast.Call) and made.args else None
    listed = inner.args[0] if called(inner) == "enumerate" and isinstance(inner, ast.Call) and inner.args else None
    share = text.resolved(listed) if listed is not None else None
    if not isinstance(share, ast.BinOp) or not isinstance(share.op, ast.Div):
        return False
    return _is_counts(text, share.left) and _is_total(text, share)


def _shares_by_name(text: Text, made: ast.Dict) -> bool:
    """``negative, positive = np.bincount(y)`` and ``{0: negative / total, 1: positive / total}``."""
    keys = [key.value if isinstance(key, ast.Constant) else None for key in made.keys]
    shares = [value for value in made.values if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div)]
    if keys != list(range(len(made.values))) or len(shares) < max(2, len(made.values)):
        return False
    wanted = [ast.unparse(share.left) for share in shares]
    counted = [
        [ast.unparse(part) for part in one.targets[0].elts]
        for one in text.all(ast.Assign)
        if isinstance(one.targets[0], ast.Tuple) and called(one.value) == "bincount"
    ]
    totals = {ast.unparse(text.resolved(share.right)) for share in shares}
    sums = {" + ".join(order) for order in (wanted, wanted[::-1])}
    return wanted in counted and all(_is_total(text, share) or totals <= sums for share in shares)


def _is_counts(text: Text, node: ast.expr) -> bool:
    return called(text.resolved(node)) in {
        "bincount",
        "value_counts",
        "sort_index",
    } and "normalize" not in ast.unparse(text.resolved(node))


def _is_total(text: Text, share: ast.expr) -> bool:
    """Whether counts are divided by the number of all rows."""
    total = text.resolved(share.right) if isinstance(share, ast.BinOp) else share
    return called(total) in {"len", "sum"} or (isinstance(total, ast.Attribute) and total.attr == "size")
