"""# Squashed regression head

**What it sees.** The output layer of a model that is trained with a regression loss (squared, absolute, Huber, …)
ends in an activation that cannot reach every number: sigmoid stays between 0 and 1, tanh between `-1` and 1, and the
units of a softmax sum to 1. Targets that are known to lie in that range, reconstructed inputs and classes are not
meant; nor are targets that were divided, unless a comment beside that says how far they reach, or cut into the range.

**Why it hurts.** A target beyond the range is never reached, and the gradient fades as the head tries. Within the
range the head is not wrong, only slower: then this rule is about the next data set.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(100, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),  # ← here
])
model.compile(loss="mse", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(100, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import suppress

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text, argument_at, constant, keyword, subject, walk
from autograder.anatomy.training import Compile
from autograder.anatomy.unknown import AsksUnknown
from autograder.rules import asking, fitting, targets
from autograder.rules.looks.changes import Form, answers_of_pipeline, form_of
from autograder.rules.rule import Faults, Found, Level, Rule, in_text

_REACHES = {
    "sigmoid": "only reaches numbers from 0 to 1",
    "hard_sigmoid": "only reaches numbers from 0 to 1",
    "tanh": "only reaches numbers from -1 to 1",
    "softmax": "only gives numbers that sum to 1",
}
_LIBRARIES = frozenset({"np", "numpy", "tf", "keras", "ops", "K"})
_RANGE = re.compile(r"\d(?:\.\d+)? ?(?:\.\.\.?|…|to|-) ?(\d+(?:\.\d+)?)\b")


def _look(program: Program) -> Faults:
    cut = any(program.text.once(_cut_into_range))
    for model in program.models:
        with suppress(AsksUnknown):
            yield from _look_at_model(model, cut)
    yield from _look_at_comments(program)


def _look_at_model(model: ModelSource, cut: bool) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if loss.name not in asking.DISTANCES or head.function not in _REACHES or targets.special(model, event):
            continue
        if head.function == "softmax" and head.units == 1:
            continue  # softmax-on-one-unit
        if targets.are_classes(model, event, head.number) or not _may_lie_beyond(model, event, head, cut):
            continue
        yield asking.at(model, head.at, f"The loss is {loss.name}, but {head.function} {_REACHES[head.function]}.")


def _may_lie_beyond(model: ModelSource, event: Compile, head: asking.Head, cut: bool) -> bool:
    """Whether nothing says that the targets were brought into the range; several units often give a scaled box.

    Where nobody knows what the targets are, those may be it that the program has cut into the range.
    """
    known = list(targets.of(model, event, head.number))
    if not known and cut:
        return False
    if not known and head.function == "tanh":
        return head.units == 1 and len(model.anatomy.outputs) == 1  # beside a policy stands the value of a game
    if not known:
        return head.units == 1 or head.function == "softmax"
    lowest = -1 if head.function == "tanh" else 0
    ends = [found for data in known if (found := fitting.reach(data))]
    if ends and head.function != "softmax":
        return any(low < lowest or high > 1 for low, high in ends)
    return not any(targets.lies_within(data, lowest, 1) for data in known)


def _look_at_comments(program: Program) -> Faults:
    """Targets that were divided, and reach beyond the range by what is written beside them."""
    told = {fault.place.line for model in program.models for fault in _look_at_model(model, False) if fault.place}
    for fault in in_text(program, _divided):
        if fault.place and fault.place.line not in told:
            yield fault


def _cut_into_range(text: Text) -> Iterator[ast.expr]:
    """``charge.clip(0, FULL) / FULL``, ``np.clip(charge / FULL, 0, 1)``."""
    parts = [one for one in text.all(ast.BinOp) if isinstance(one.op, ast.Div)]
    for call in text.calls({"clip", "clip_by_value"}) if parts else ():
        inner = subject(call, _LIBRARIES)
        low, high = (constant(text.resolved(end)) if end is not None else None for end in _bounds(call, inner))
        before = high == 1 and inner is not None and any(one in parts for one in walk(inner))
        after = any(constant(text.resolved(one.right)) == high and call in walk(one.left) for one in parts)
        if low == 0 and high is not None and (before or after):
            yield call


def _bounds(call: ast.Call, inner: ast.expr | None) -> tuple[ast.expr | None, ast.expr | None]:
    """Where numbers are cut off below and above."""
    first = int(call.args[:1] == [inner])
    low = argument_at(call, first, "lower", "min", "a_min", "clip_value_min", "x_min")
    return low, argument_at(call, first + 1, "upper", "max", "a_max", "clip_value_max", "x_max")


def _divided(text: Text) -> Found:
    """Targets that were divided, where a program says beside that how far they reach."""
    for fit in text.calls({"fit"}):
        labels = argument_at(fit, 1, "y") or answers_of_pipeline(text, fit)
        form = form_of(text, labels, fit) if labels is not None else None
        yield from _beyond(text, form) if form is not None and form.way == "a part of" else ()


def _beyond(text: Text, form: Form) -> Found:
    """``y = table["price"] / 100_000  # 0.3 ... 7.6``, for a sigmoid."""
    heads = [call for call in text.calls({"Dense"}) if getattr(keyword(call, "activation"), "value", "") == "sigmoid"]
    if len(heads) != 1 or text.number(argument_at(heads[0], 0, "units") or heads[0]) != 1 or "entropy" in text.whole:
        return
    for one in text.all(ast.Assign):
        divided = isinstance(one.value, ast.BinOp) and isinstance(one.value.op, ast.Div)
        if not divided or (found := form_of(text, one.value, one)) is None or found.root != form.root:
            continue
        lines = text.cell_of(one).code.split("\n")[one.lineno - 1 : one.lineno]
        told = _RANGE.search("".join(lines).partition("#")[2])
        if told and float(told[1]) > 1:
            said = f"The targets reach {float(told[1]):g}, as the program says beside them"
            yield f"{said}, but sigmoid only reaches numbers from 0 to 1.", heads[0]
            return


RULE = Rule(
    level=Level.WARNING,
    title="squashed regression head",
    instead="Give the output layer no activation, or scale the targets into its range on purpose.",
    program=_look,
    learn="distance-predictor#claim-sigmoid-beyond",
    claims=("distance-predictor/sigmoid-beyond",),
    about=("activation",),
)
