"""# Nothing to learn from: no slope

**What it sees.** All that a loss makes of the answer, or all that the last layer makes of the layers before it, goes
through a function that is flat almost everywhere: `argmax`, `round`, `sign`, a comparison, a cast to whole numbers.
Or a loss of the author's never looks at the answer.

**Why it hurts.** Training follows the slope of the loss. A function that is made of steps has slope 0, or none at
all: Keras stops with *No gradients provided*, or the weights stay where they are.

**Example.**

```python
import keras

def errors(truth, answer):
    return keras.ops.mean(keras.ops.abs(truth - keras.ops.round(answer)))  # ← here

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss=errors, optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, names, walk
from autograder.rules.looks.losses import own_losses
from autograder.rules.looks.slopes import STEPS, Way, answers_of, flat_name, flat_of, summed_elsewhere
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """Losses, and last layers, that are flat everywhere: argmax, round, comparisons."""
    said = "is flat wherever it has a slope to give: nothing behind it can learn"
    for loss, own in own_losses(text):
        answers = answers_of(own)
        if not answers or "custom_gradient" in ast.unparse(own):
            continue
        flat = flat_of(text, own, answers)
        read = {part.id for node in own.body for part in walk(node) if isinstance(part, ast.Name)}
        if answers not in read:
            yield f"{own.name} never looks at {answers}, the answers of the model: the output has no slope.", loss
        elif flat is not None:
            yield f"{flat_name(flat)} {said}.", flat
    for terms in summed_elsewhere(text):
        cuts = [term.cut for term in terms if term.way is Way.FLAT and term.cut is not None]
        yield from ((f"{flat_name(cut)} {said}.", cut) for cut in cuts if len(cuts) == len(terms))
    yield from _flat_between(text, said)
    for call in text.calls({"Model"}):
        outputs = argument_at(call, 1, "outputs", "output")
        made = text.resolved(outputs) if outputs is not None else None
        layer = made.func if isinstance(made, ast.Call) else None
        if isinstance(layer, ast.Call) and called(layer) == "Lambda" and layer.args:
            function = text.functions.get(getattr(layer.args[0], "id", ""))
            flat = flat_of(text, function, function.args.args[0].arg) if function and function.args.args else None
            if flat is not None:
                yield f"{flat_name(flat)} {said}.", layer


def _flat_between(text: Text, said: str) -> Found:
    """``x = Lambda(lambda t: argmax(t))(x)``, where a layer with weights is before it, and another one after it."""
    trained = any(text.calls({"fit", "train_on_batch"}))
    flattens = any(word in text.whole for word in ("Lambda(", *(f".{name}(" for name in STEPS)))
    for statement in text.all(ast.Assign) if trained and flattens else ():
        value, target = statement.value, statement.targets[0]
        flat = _flat_step(text, value) if isinstance(value, ast.Call) else ""
        given = value.args[0] if isinstance(value, ast.Call) and value.args else None
        if not flat or not isinstance(given, ast.Name) or not isinstance(target, ast.Name):
            continue
        before, _ = text.latest(given.id, statement)
        later = [node for node in text.all(ast.Name) if node.lineno > (statement.end_lineno or statement.lineno)]
        others = given.id != target.id and any(node.id == given.id for node in later)
        goes_on = any(target.id in names(call) and _has_weights(call.func) for call in text.all(ast.Call))
        weighted = isinstance(before, ast.Call) and _has_weights(text.resolved(before.func))
        if weighted and goes_on and not others:
            yield f"{flat} {said}.", value


def _has_weights(made: ast.expr) -> bool:
    return called(made).startswith(("Dense", "Conv", "LSTM", "GRU", "Embedding", "SimpleRNN"))


def _flat_step(text: Text, call: ast.Call) -> str:
    """The flat function that a layer or an operation makes of a tensor; empty if it is none."""
    layer = text.resolved(call.func)
    if called(layer) == "Lambda" and isinstance(layer, ast.Call) and layer.args:
        function = layer.args[0]
        body = function.body if isinstance(function, ast.Lambda) else function
        while called(body) == "cast" and isinstance(body, ast.Call) and body.args:
            body = body.args[0]
        name = called(body) or getattr(body, "attr", "")
        return "a comparison" if isinstance(body, ast.Compare) else name if name in STEPS else ""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if owner is None or called(call) not in STEPS:
        return ""
    return called(call) if ast.unparse(owner) in {"ops", "keras.ops", "K", "tf", "tf.math"} else ""


RULE = Rule(
    level=Level.ERROR,
    title="nothing to learn from: no slope",
    instead="Train with a smooth loss, and report what you want to count as a metric.",
    text=_look,
    learn="loss-and-metrics#claim-no-slope",
)
