"""# Steps, given in epochs

**What it sees.** A schedule of the learning rate, such as `CosineDecay`, `ExponentialDecay` or
`PiecewiseConstantDecay`, or one of optax, counts steps of the optimizer, and is given a number of epochs: by its
name, such as `EPOCHS`, or computed of it and no larger. Or it is given a number that is no larger than that of the
epochs, though the number of rows is known, and an epoch has ten batches or more. Where one batch holds all rows,
epochs are steps, and nothing is said.

**Why it hurts.** A schedule that is made for 60 epochs is through after 60 batches. A cosine then stands at 0, and
the rest of the training changes nothing; an exponential one is smaller by a factor with many zeros.

**Example.**

```python
import keras

EPOCHS = 60
schedule = keras.optimizers.schedules.CosineDecay(0.1, decay_steps=EPOCHS)  # ← here
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(schedule), loss="mse")
model.fit(rows, targets, epochs=EPOCHS, batch_size=64)
```

**Instead.**

```python
import keras

EPOCHS = 60
steps = EPOCHS * (len(rows) // 64)
schedule = keras.optimizers.schedules.CosineDecay(0.1, decay_steps=steps)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(schedule), loss="mse")
model.fit(rows, targets, epochs=EPOCHS, batch_size=64)
```
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from autograder.anatomy.training import ABSENT, Compile, Data, Fit, Made
from autograder.anatomy.unknown import AsksUnknown
from autograder.rules.looks.dataflow import passed
from autograder.rules.rule import Fault, Level, Rule, in_text

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource, Program
import ast
import re
from collections.abc import Callable, Mapping
from operator import add, mul, sub, truediv

from autograder.anatomy.text import Text, argument_at, called, keyword, names, walk
from autograder.rules.looks.scopes import arguments, last_name, owner
from autograder.rules.rule import Found

_ENDS = {
    "CosineDecay": "decay_steps", "PolynomialDecay": "decay_steps", "CosineDecayRestarts": "first_decay_steps",
    "PiecewiseConstantDecay": "boundaries", "ExponentialDecay": "decay_steps",
}  # fmt: skip
_BATCHES, _NOTHING = 10, 1e-6  # in an epoch, and what is left of a rate
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
_EPOCHS, _STEPS = re.compile("epoch", re.IGNORECASE), re.compile("step|per|batch|iter", re.IGNORECASE)
_ANY = 100  # epochs, where nobody says how many
_ROUNDS = frozenset({"int", "round", "float", "ceil", "floor"})
_DOES: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv, ast.FloorDiv: truediv,
}  # fmt: skip
_APPLIES = frozenset(
    {"apply_gradients", "apply", "stateless_apply", "train_on_batch", "train_step", "step", "update"}
)


def _look(program: Program) -> Iterator[Fault]:
    by_name = list(in_text(program, _in_text))
    yield from by_name
    for model in program.models if not by_name else ():
        with suppress(AsksUnknown):
            yield from _too_soon(model)


def _too_soon(model: ModelSource) -> Iterator[Fault]:
    """Schedules that are through before as many steps as there are epochs."""
    for fit in model.training.fits:
        compiled = model.training.compiled_for(fit)
        made = compiled.optimizer if isinstance(compiled, Compile) else None
        schedule = made.arguments.get("learning_rate") if isinstance(made, Made) else None
        batches, epochs = _batches(fit), fit.epochs
        if not isinstance(schedule, Made) or schedule.name not in _ENDS or batches < _BATCHES:
            continue
        name = _ENDS[schedule.name]
        given: Any = schedule.arguments.get(name)
        last = given[-1] if isinstance(given, tuple) and given else given
        if type(last) is not int or type(epochs) is not int or not 2 < last <= epochs:
            continue
        if schedule.name != "ExponentialDecay" or _left(schedule, batches * epochs / last) < _NOTHING:
            said = f"{name} counts steps of the optimizer, of which each of the {epochs} epochs has {batches}"
            yield Fault(f"{said}: {last} are soon over.", schedule.place)


def _batches(fit: Fit) -> int:
    """How many steps an epoch has; 0 if that is not known."""
    x = fit.x
    rows: Any = x.shape[0] if isinstance(x, Data) and x.shape and not x.done("generator") else None
    size: Any = 32 if fit.batch_size is ABSENT else fit.batch_size
    whole = fit.method == "fit" and "steps_per_epoch" not in fit.arguments
    return math.ceil(rows / size) if whole and type(rows) is int and type(size) is int and size > 0 else 0


def _left(schedule: Made, times: float) -> float:
    """What an exponential schedule leaves of the rate; all of it if that is not known."""
    rate: Any = schedule.arguments.get("decay_rate")
    return rate**times if isinstance(rate, int | float) and 0 < rate <= 1 else 1.0


def _in_text(text: Text) -> Found:
    """``CosineDecay(0.01, epochs)``."""
    if not _takes_steps(text):
        return
    for call in text.calls(_COUNTS.keys()):
        for at, name in _COUNTS[called(call)]:
            given = argument_at(call, at, name)
            if given is not None and _are_epochs(text, given) and not _is_asked(text, call):
                said = f"{name} counts steps of the optimizer, one for each batch, and this is a number of epochs"
                yield f"{said}.", given


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
    """What a variable, or an argument by all callers, was given, unless it is a number of epochs by its name."""
    if not isinstance(node, ast.Name) or _is_epochs(text, node):
        return node
    function = owner(text, node)
    if node.id not in arguments(function) or text.latest(node.id, node)[0] is not None:
        return text.resolved(node)
    given = {ast.unparse(one): one for one, _ in passed(text, function, node.id)}
    return next(iter(given.values())) if len(given) == 1 else node


def _reads_epochs(text: Text, node: ast.expr) -> bool:
    found = _value_of(text, node)
    return any(
        _is_epochs(text, part) or (part is not found and isinstance(part, ast.Name) and _reads_epochs(text, part))
        for part in walk(found)
        if isinstance(part, ast.Name | ast.Attribute | ast.Subscript | ast.Constant)
    )


def _is_epochs(text: Text, node: ast.expr) -> bool:
    """Whether a variable, an attribute or an entry is a number of epochs, by its name or as ``fit`` is given it."""
    entry = node.slice.value if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) else ""
    name = entry if isinstance(entry, str) and entry else last_name(node)
    if _EPOCHS.search(name):
        return not _STEPS.search(name)
    given = [keyword(fit, "epochs") for fit in text.calls({"fit"})]
    return bool(name) and any(one is not None and last_name(one) == name for one in given)


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


RULE = Rule(
    level=Level.ERROR,
    title="steps, given in epochs",
    instead="Multiply by the number of batches in an epoch: len(x) // batch_size, or len(dataset).",
    program=_look,
    about=("decay_steps", "first_decay_steps", "boundaries"),
)
