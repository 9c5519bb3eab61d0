"""# Pairs that the loss reads backwards

**What it sees.** A network is trained on pairs whose label 1 says that both are of the same kind, with a contrastive
loss that pushes the pairs with 1 apart; or the label 1 says that they differ, and the loss pulls those together. The
doctor follows the loss with numbers, and the labels to where the pairs are compared or to their name.

**Why it hurts.** The network learns the opposite of a distance: two of one kind end far from each other, and all
others in one place.

**Example.**

```python
import keras
import numpy as np

def contrastive_loss(y_true, distance):
    far = keras.ops.square(keras.ops.maximum(1.0 - distance, 0.0))
    return keras.ops.mean((1.0 - y_true) * keras.ops.square(distance) + y_true * far)  # ← here

same = (kinds[first] == kinds[second]).astype("float32")
net = keras.Model([a, b], distance_of(tower(a), tower(b)))
net.compile(optimizer="adam", loss=contrastive_loss)
net.fit([x[first], x[second]], same)
```

**Instead.**

```python
import keras
import numpy as np

def contrastive_loss(y_true, distance):
    far = keras.ops.square(keras.ops.maximum(1.0 - distance, 0.0))
    return keras.ops.mean(y_true * keras.ops.square(distance) + (1.0 - y_true) * far)

same = (kinds[first] == kinds[second]).astype("float32")
net = keras.Model([a, b], distance_of(tower(a), tower(b)))
net.compile(optimizer="adam", loss=contrastive_loss)
net.fit([x[first], x[second]], same)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, names, owner_of, walk
from autograder.rules.looks.dataflow import returned
from autograder.rules.looks.losses import own_losses_of, value_at
from autograder.rules.rule import Found, Level, Rule

_FAR, _NEAR = 50.0, 0.25  # distances beyond any margin, and within most of them
_TINY = 1e-3
_SAME, _OTHER = re.compile(r"(^|_)(same|match|similar)", re.I), re.compile(r"diff|dissimilar|unlike|\bnot_", re.I)
_SIMILARITIES = re.compile(r"cosine|\bDot\(|\bdot\(|similarity|Dense\(1\b|Dense\(units=1\b")


def _look(text: Text) -> Found:
    """``(1 - same) * d**2 + same * maximum(margin - d, 0)**2``: pairs of one class are pushed apart."""
    if not any(word in text.whole for word in ("maximum(", "relu(", "hinge")):
        return
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
                yield f"The label 1 stands for two {kind}, and {function.name} {does}.", returned(function)[0]


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
        for end in returned(function):
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


RULE = Rule(
    level=Level.ERROR,
    title="pairs that the loss reads backwards",
    instead="Let the square of the distance count for pairs of one kind, and the margin for all others.",
    text=_look,
    exact=True,
)
