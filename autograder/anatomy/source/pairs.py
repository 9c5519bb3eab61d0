"""Rows and answers that are drawn by two generators, as the text of a program shows them."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from autograder.anatomy.source.lookup import Found, Text, argument_at, bound, called, keyword, names, walk

FLOWS = frozenset({"flow", "flow_from_directory", "flow_from_dataframe"})
_FITS = frozenset({"fit", "fit_generator"})
_AT_RANDOM = frozenset({
    "rotation_range", "width_shift_range", "height_shift_range", "brightness_range", "shear_range", "zoom_range",
    "channel_shift_range", "horizontal_flip", "vertical_flip",
})  # fmt: skip


def looks(text: Text) -> Found:
    """What ``fit`` is given that pairs the images of one flow with those of another."""
    yield from _zips(text)
    for call in text.calls(_FITS):
        rows = text.argument(call, 0, "x", "generator")
        if not isinstance(rows, ast.Call):
            continue
        function = text.functions.get(called(rows))
        pairs = _paired(function, rows) if function else [(rows.args[0], rows.args[1])] if _is_pair(rows) else []
        for left, right in pairs:
            flows = _flow(text, left), _flow(text, right)
            if flows[0] is not None and flows[1] is not None and _apart(text, flows[0], flows[1]):
                said = "These images and those of the other flow are drawn each by themselves"
                yield "unpaired", f"{said}, with no seed in common: what fit takes for pairs are none.", flows[0]


def _zips(text: Text) -> Found:
    """``model.fit(zip(images, masks))``."""
    for call in text.calls({"fit"}):
        for given in (argument_at(call, 0, "x"), keyword(call, "validation_data")):
            made = text.resolved(given) if given is not None else None
            if given is not None and isinstance(made, ast.Call) and getattr(made.func, "id", "") == "zip":
                yield "zip", "Keras 3 stops here: it takes generators and data sets, and a zip is neither.", given


def _is_pair(call: ast.Call) -> bool:
    return called(call) == "zip" and len(call.args) == 2


def _paired(function: ast.FunctionDef, call: ast.Call) -> list[tuple[ast.expr, ast.expr]]:
    """The two generators from whose steps a function yields its pairs, as its caller knows them."""
    given = bound(function, call)
    if "seed" in ast.unparse(function):
        return []
    held: dict[str, ast.expr] = {}
    for one in walk(function):
        if isinstance(one, ast.Assign):
            held |= {name: one.value for target in one.targets for name in names(target)}
    for loop in (node for node in walk(function) if isinstance(node, ast.For)):
        made = held.get(loop.iter.id) if isinstance(loop.iter, ast.Name) else loop.iter
        if isinstance(made, ast.Call) and _is_pair(made) and isinstance(loop.target, ast.Tuple):
            for target, part in zip(loop.target.elts, made.args, strict=False):
                held |= dict.fromkeys(names(target), ast.Call(ast.Name("next"), [part], []))
    found = []
    for node in walk(function):
        pair = node.value if isinstance(node, ast.Yield) else None
        if isinstance(pair, ast.Tuple) and len(pair.elts) == 2:
            sides = [_stepped(part, held, 3) for part in pair.elts]
            if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
                left, right = (side.pop() for side in sides)
                found.append(tuple(_seen(name, given, held) for name in (left, right)))
    return [(one[0], one[1]) for one in found]


def _seen(name: str, given: Mapping[str | None, ast.expr], held: Mapping[str, ast.expr]) -> ast.expr:
    return given.get(name) or held.get(name) or ast.Name(name)


def _stepped(node: ast.expr, held: Mapping[str, ast.expr], deep: int) -> set[str]:
    """The variables of generators of which a value takes the next step."""
    found = set()
    for part in walk(node):
        if called(part) in {"next", "__next__"} and isinstance(part, ast.Call):
            owner = part.args[0] if part.args else getattr(part.func, "value", None)
            found |= {owner.id} if isinstance(owner, ast.Name) else set()
        elif isinstance(part, ast.Name) and part.id in held and deep:
            found |= _stepped(held[part.id], held, deep - 1)
    return found


def _flow(text: Text, node: ast.expr) -> ast.Call | None:
    """The flow of an ``ImageDataGenerator`` that a variable holds."""
    for _ in range(3):
        values = text.values.get(node.id, []) if isinstance(node, ast.Name) else []
        node = values[0] if len(values) == 1 else node
    if not isinstance(node, ast.Call) or called(node) not in FLOWS or any(one.arg is None for one in node.keywords):
        return None
    return node if called(_generator(text, node)) == "ImageDataGenerator" else None


def _generator(text: Text, flow: ast.Call) -> ast.expr | None:
    owner = getattr(flow.func, "value", None)
    return text.resolved(owner) if owner is not None else None


def _apart(text: Text, first: ast.Call, second: ast.Call) -> bool:
    """Whether two flows draw differently: in another order, or with other turns and shifts."""
    if first is second:
        return False
    seeds = [keyword(flow, "seed") for flow in (first, second)]
    if all(seed is not None for seed in seeds):
        known = [text.resolved(seed) for seed in seeds if seed is not None]
        same = ast.unparse(known[0]) == ast.unparse(known[1])
        return not same and all(isinstance(seed, ast.Constant) for seed in known)
    if any(len(flow.args) > 2 for flow in (first, second)):
        return False
    shuffles = [keyword(flow, "shuffle") or ast.Constant(True) for flow in (first, second)]
    if not all(isinstance(node, ast.Constant) for node in shuffles):
        return False
    made = [_generator(text, flow) for flow in (first, second)]
    random = any(one.arg in _AT_RANDOM for node in made if isinstance(node, ast.Call) for one in node.keywords)
    return random or any(getattr(node, "value", None) is not False for node in shuffles)
