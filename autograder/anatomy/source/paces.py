"""Learning rates with another clock than their author thought: schedules that count steps and are given epochs,
rates that are multiplied by a power of the epoch in each epoch, and rates of a new network for a trained one."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from operator import add, mul, sub, truediv

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, keyword, names, walk
from autograder.anatomy.source.names import api
from autograder.anatomy.source.scopes import held, last_name

_COUNTS: Mapping[str, tuple[tuple[int, str], ...]] = {
    "CosineDecay": ((1, "decay_steps"), (6, "warmup_steps")),
    "CosineDecayRestarts": ((1, "first_decay_steps"),),
    "ExponentialDecay": ((1, "decay_steps"),),
    "InverseTimeDecay": ((1, "decay_steps"),),
    "PolynomialDecay": ((1, "decay_steps"),),
    "PiecewiseConstantDecay": ((0, "boundaries"),),
    "cosine_decay_schedule": ((1, "decay_steps"),),
    "linear_schedule": ((2, "transition_steps"),),
    "exponential_decay": ((1, "transition_steps"),),
    "warmup_cosine_decay_schedule": ((2, "warmup_steps"), (3, "decay_steps")),
}
"""The schedules of Keras and optax, with their arguments that count steps of the optimizer."""
_TEARS = {"Adam": 0.003, "AdamW": 0.003, "Nadam": 0.003, "RMSprop": 0.003, "Adamax": 0.006, "SGD": 0.1}
"""The rates from which on a trained network loses what it knows, far beyond those for fine-tuning."""
_SHAPES = frozenset({"shape", "output_shape", "input_shape"})
_EPOCHS, _STEPS = re.compile("epoch", re.IGNORECASE), re.compile("step|per|batch|iter", re.IGNORECASE)
_ANY = 100  # epochs, where nobody says how many
_ROUNDS = frozenset({"int", "round", "float", "ceil", "floor"})
_DOES: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv, ast.FloorDiv: truediv,
}  # fmt: skip
_APPLIES = frozenset(
    {"apply_gradients", "apply", "stateless_apply", "train_on_batch", "train_step", "step", "update"}
)


def looks(text: Text) -> Found:
    """All that stands in a program."""
    yield from _compounding(text)
    yield from _tears(text)
    if not _takes_steps(text):
        return
    for call in text.calls(_COUNTS.keys()):
        for at, name in _COUNTS[called(call)]:
            given = argument_at(call, at, name)
            if given is not None and _are_epochs(text, given) and not _is_asked(text, call):
                said = f"{name} counts steps of the optimizer, one for each batch, and this is a number of epochs"
                yield "epochs", f"{said}.", given


def _tears(text: Text) -> Found:
    """``Adam(0.01)`` for a network with the weights of ImageNet of which nothing is frozen."""
    if any(word in text.whole for word in ("LearningRateScheduler", "warmup", "multiplier")):
        return
    known = api()["applications"]
    bases = [call for call in text.all(ast.Call) if called(call) in known and _is_trained(text, call)]
    if len(bases) != 1 or any(called(call) in known for call in text.all(ast.Call) if call not in bases):
        return
    for call in text.calls({"compile"}):
        made = text.argument(call, 0, "optimizer")
        given = text.argument(made, 0, "learning_rate", "lr") if isinstance(made, ast.Call) else None
        rate, most = getattr(given, "value", 0), _TEARS.get(called(made))
        if not isinstance(rate, int | float) or most is None or rate < most or not isinstance(made, ast.Call):
            continue
        if _all_learns(text, bases[0], call) and _is_of(text, bases[0], call):
            said = f"All layers of {called(bases[0])} learn at a rate of {rate:g}"
            yield "tears", f"{said}, which undoes in a few steps what it has learned.", made


def _is_trained(text: Text, call: ast.Call) -> bool:
    """Whether a network comes with its weights."""
    weights = text.argument(call, 1, "weights")
    return weights is None or getattr(weights, "value", "") == "imagenet"


def _all_learns(text: Text, base: ast.Call, call: ast.Call) -> bool:
    """Whether nothing is frozen when a model is compiled, as far as the program tells in this order."""
    at = {id(part): place for place, one in enumerate(text.statements) for part in walk(one)}
    named = {ast.unparse(one.targets[0]) for one in text.all(ast.Assign) if one.value is base}
    learns = True
    for one in text.statements:
        target = one.targets[0] if isinstance(one, ast.Assign) else None
        if not isinstance(target, ast.Attribute) or target.attr != "trainable":
            continue
        if text.function_of(one) != text.function_of(call):
            return False
        if at[id(one)] < at[id(call)] and isinstance(one, ast.Assign):
            learns = getattr(one.value, "value", None) is True and ast.unparse(target.value) in named
    return learns and "trainable=False" not in text.whole and "stop_gradient" not in text.whole


def _is_of(text: Text, base: ast.Call, call: ast.Call) -> bool:
    """Whether a trained network is a part of the model that is compiled."""
    model = getattr(call.func, "value", None)
    if not isinstance(model, ast.Name):
        return False
    added = [one for one in text.calls({"add"}) if ast.unparse(one.func) == f"{model.id}.add"]
    return any(
        _holds(text, given, call, base, 12) for given in (model, *(part for one in added for part in one.args))
    )


def _holds(text: Text, node: ast.AST, user: ast.AST, base: ast.Call, deep: int) -> bool:
    """Whether a value is made of a call, otherwise than of the shape of what it gives or of its answers."""
    if node is base:
        return True
    if getattr(node, "attr", "") in _SHAPES or called(node) in {"predict", "numpy", "load_model"} or not deep:
        return False
    if isinstance(node, ast.Name):
        value = held(text, node.id, user)
        if value is not None:
            return value is not user and _holds(text, value, value, base, deep - 1)
        function = text.functions.get(node.id)
        ends = [one.value for one in walk(function) if isinstance(one, ast.Return)] if function else []
        return any(end is not None and _holds(text, end, end, base, deep - 1) for end in ends)
    return any(_holds(text, part, user, base, deep) for part in ast.iter_child_nodes(node))


def _takes_steps(text: Text) -> bool:
    """Whether an epoch has several steps, as far as is known: a batch is not all rows, a loop has a loop within."""
    fits = list(text.calls({"fit"}))
    for fit in fits:
        size, steps = keyword(fit, "batch_size"), keyword(fit, "steps_per_epoch")
        spelt = ast.unparse(text.resolved(size)) if size is not None else ""
        if spelt.startswith("len(") or ".shape[0]" in spelt or getattr(steps, "value", None) == 1:
            return False
    return bool(fits) or any(_is_loop_in_loop(loop) for loop in text.all(ast.For))


def _is_loop_in_loop(loop: ast.For) -> bool:
    """``for epoch in range(epochs):`` with a loop over batches that takes a step."""
    if not any(_EPOCHS.search(name) for name in names(loop.target)):
        return False
    inner = [node for part in loop.body for node in walk(part) if isinstance(node, ast.For)]
    steps = [node for one in inner for node in walk(one) if isinstance(node, ast.Call)]
    return any(called(node) in _APPLIES or "step" in called(node) for node in steps)


def _are_epochs(text: Text, given: ast.expr) -> bool:
    """Whether a number, or the last of several, is computed of a number of epochs, and no larger."""
    given = _value_of(text, given)
    parts = given.elts if isinstance(given, ast.List | ast.Tuple) else [given]
    if not parts or not any(_reads_epochs(text, part) for part in parts):
        return False
    values = [_number(text, part, 0) for part in parts]
    return all(value is not None and 0 < value <= _number_of_epochs(text) for value in values)


def _value_of(text: Text, node: ast.expr) -> ast.expr:
    """What a variable was given, unless it is itself a number of epochs by its name."""
    if isinstance(node, ast.Name) and not _is_epochs(text, node):
        return text.resolved(node)
    return node


def _reads_epochs(text: Text, node: ast.expr) -> bool:
    found = _value_of(text, node)
    return any(
        _is_epochs(text, part) or (part is not found and isinstance(part, ast.Name) and _reads_epochs(text, part))
        for part in walk(found)
        if isinstance(part, ast.Name | ast.Attribute | ast.Subscript)
    )


def _is_epochs(text: Text, node: ast.expr) -> bool:
    """Whether a variable, an attribute or an entry is a number of epochs, by its name or as ``fit`` is given it."""
    entry = node.slice.value if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) else ""
    name = entry if isinstance(entry, str) and entry else last_name(node)
    if _EPOCHS.search(name):
        return not _STEPS.search(name)
    given = [keyword(fit, "epochs") for fit in text.calls({"fit"})]
    return isinstance(node, ast.Name) and any(isinstance(one, ast.Name) and one.id == node.id for one in given)


def _number_of_epochs(text: Text) -> float:
    given = [keyword(fit, "epochs") for fit in text.calls({"fit"})]
    known = [getattr(text.resolved(one), "value", None) for one in given if one is not None]
    numbers = [value for value in known if type(value) is int]
    return max(numbers, default=_ANY)


def _number(text: Text, node: ast.expr, depth: int) -> float | None:
    """The value of a small sum, where a number of epochs that is not known is taken for some number."""
    found = _value_of(text, node)
    if isinstance(found, ast.Constant):
        return found.value if isinstance(found.value, int | float) else None
    if _is_epochs(text, found):
        value = getattr(text.resolved(found), "value", None)
        return value if type(value) is int else _number_of_epochs(text)
    if isinstance(found, ast.Call) and called(found) in _ROUNDS and len(found.args) == 1:
        return _number(text, found.args[0], depth + 1)
    if not isinstance(found, ast.BinOp) or depth > 8:
        return None
    left, right = _number(text, found.left, depth + 1), _number(text, found.right, depth + 1)
    does = _DOES.get(type(found.op))
    return (
        None
        if left is None or right is None or does is None or (does is truediv and not right)
        else does(left, right)
    )


def _is_asked(text: Text, call: ast.Call) -> bool:
    """Whether the program asks the schedule itself for its rates, or gives it to a callback, which counts epochs."""
    if any(part is call for other in text.calls({"LearningRateScheduler"}) for part in walk(other)):
        return True
    held = [one.targets[0] for one in text.all(ast.Assign) if one.value is call]
    spelt = {ast.unparse(target) for target in held}
    own = text.name_of(text.function_of(call))
    asked = any(ast.unparse(other.func) in spelt or other.func is call for other in text.all(ast.Call))
    scheduled = any(
        ast.unparse(part) in spelt or (own and own == last_name(part))
        for other in text.calls({"LearningRateScheduler"})
        for part in walk(other)
        if isinstance(part, ast.Name | ast.Attribute)
    )
    return asked or scheduled


def _compounding(text: Text) -> Found:
    """``LearningRateScheduler(lambda epoch, rate: rate * 0.9**epoch)``."""
    functions = {node.name: node for node in text.all(ast.FunctionDef)}
    for call in text.calls({"LearningRateScheduler"}):
        given = argument_at(call, 0, "schedule")
        given = text.resolved(given) if isinstance(given, ast.Name) and given.id not in functions else given
        function = given if isinstance(given, ast.Lambda) else functions.get(last_name(given)) if given else None
        asked = [one.arg for one in function.args.args if one.arg != "self"] if function else []
        if function is None or len(asked) != 2:
            continue
        epoch, rate = asked
        again = {target.id for one in walk(function) if isinstance(one, ast.Assign)
                 for target in one.targets if isinstance(target, ast.Name)}  # fmt: skip
        for node in walk(function) if rate not in again else ():
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
                sides = [(node.left, node.right)]
                sides += [(node.right, node.left)] if isinstance(node.op, ast.Mult) else []
                for one, other in sides:
                    if isinstance(one, ast.Name) and one.id == rate and _grows(other, epoch):
                        said = f"{rate} is the rate of the epoch before, which was multiplied already"
                        yield "compounds", f"{said}: the powers of all epochs come together.", node


def _grows(factor: ast.expr, epoch: str) -> bool:
    """Whether a factor changes with the epoch itself: not by a condition, and not in turns."""
    if isinstance(factor, ast.IfExp):
        return _grows(factor.body, epoch) or _grows(factor.orelse, epoch)
    if isinstance(factor, ast.Compare) or (isinstance(factor, ast.BinOp) and isinstance(factor.op, ast.Mod)):
        return False
    if isinstance(factor, ast.Name):
        return factor.id == epoch
    return any(_grows(part, epoch) for part in ast.iter_child_nodes(factor) if isinstance(part, ast.expr))
