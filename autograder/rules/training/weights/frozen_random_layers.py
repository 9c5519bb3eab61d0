"""# Frozen random layers

**What it sees.** A layer with weights, or a whole network from `keras.applications` with `weights=None`, is frozen
from the start, and nothing in the program gives it trained weights: no file, no `set_weights`, no training in
another model.

**Why it hurts.** Freezing keeps what was learned. Here nothing was: the layer stays the random projection that it was
made as, and the layers behind it have to make do.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((50,)),
    keras.layers.Embedding(10000, 100, trainable=False),  # ← here
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((50,)),
    keras.layers.Embedding(10000, 100, embeddings_initializer=keras.initializers.Constant(glove), trainable=False),
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from autograder.anatomy.kinds import UNKNOWN
from autograder.anatomy.source import LayerCall, ModelSource, Program
from autograder.anatomy.text import Text, argument_at, called, walk
from autograder.anatomy.training import Event, Fit, Trainable, Use
from autograder.anatomy.unknown import Place
from autograder.rules import asking, fitting
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.rule import Faults, Found, Level, Rule, in_text

_STARTS = frozenset({"weights", "kernel_initializer", "embeddings_initializer", "recurrent_initializer"})


def _look(program: Program) -> Faults:
    found = list(_of_models(program))
    yield from found or in_text(program, _frozen_in_a_loop)


def _of_models(program: Program) -> Faults:
    for model in program.models:
        events = model.training.events
        first = next((number for number, event in enumerate(events) if isinstance(event, Fit)), None)
        if first is None or not model.training.complete or _changes_weights(events[:first]):
            continue
        if any(isinstance(event, Trainable) for event in events[first:]):
            continue
        for position, call in enumerate(model.layers):
            if call is not None and _frozen(program, model, position, call) and _new(program, model, call):
                yield asking.of_layer(model, position, "is frozen with the random weights that it starts from.")


def _changes_weights(events: tuple[Event, ...]) -> bool:
    return any(isinstance(event, Use) and not fitting.keeps_weights(event) for event in events)


def _frozen(program: Program, model: ModelSource, position: int, call: LayerCall) -> bool:
    """Whether it is a layer with weights that is frozen in the first training."""
    if model.anatomy.operations[position].kind == UNKNOWN:
        random = "weights" in call.arguments and call.arguments["weights"] is None
        itself = [part for part in program.models if part.place == call.place]
        changes = [event for part in itself for event in part.training.events if isinstance(event, Trainable)]
        return random and bool(changes) and all(event.value is False for event in changes)
    return (
        position in fitting.weighted(model)
        and asking.setting(model, position, "trainable", True) is False
        and call.arguments.keys().isdisjoint(_STARTS)
    )


def _new(program: Program, model: ModelSource, call: LayerCall) -> bool:
    """Whether no other model of the program may have given the layer its weights."""
    for other in program.models:
        if other is model or not _holds(other, call.place):
            continue
        if not other.training.complete or other.training.fits or _changes_weights(other.training.events):
            return False
    return True


def _holds(model: ModelSource, place: Place) -> bool:
    return model.place == place or any(call is not None and call.place == place for call in model.layers)


def _frozen_in_a_loop(text: Text) -> Found:
    """``for layer in model.layers: layer.trainable = False``, where the model has a new head of its own."""
    loops = [loop for loop in text.all(ast.For) if _layers_of(loop) and any(map(_freezes, _always(loop.body)))]
    order = {id(part): at for at, one in enumerate(text.statements if loops else ()) for part in walk(one)}
    spared = {id(part) for test in text.all(ast.If) if "BatchNorm" in ast.unparse(test.test) for part in test.body}
    thaws = [at for at, node in enumerate(text.statements)
             if isinstance(node, ast.Assign) and id(node) not in spared and _thaws(node)]  # fmt: skip
    for loop in loops:
        owner = _layers_of(loop)
        made = text.resolved(owner) if owner is not None else None
        if called(made) != "Model" or not isinstance(made, ast.Call) or not _has_new_head(text, made):
            continue
        begins = order[id(loop)]
        weights = [order[id(call)] for call in text.calls({"fit", "fit_generator", "load_weights"})
                   if _same(text, call, made)]  # fmt: skip
        trained = [order[id(call)] for call in text.calls({"fit", "fit_generator"}) if _same(text, call, made)]
        first = min((at for at in trained if at > begins), default=None)
        if first is None or any(at < begins for at in weights) or any(begins < at < first for at in thaws):
            continue
        said = "This freezes all layers of the model, the new ones as well, which begin at random"
        freezing = next(node for node in _always(loop.body) if _freezes(node))
        yield f"{said}.", freezing.targets[0] if isinstance(freezing, ast.Assign) else loop.iter


def _layers_of(loop: ast.For) -> ast.expr | None:
    """The variable of a model through whose layers a loop goes, with their numbers or without."""
    counted = called(loop.iter) == "enumerate" and isinstance(loop.iter, ast.Call)
    listed = argument_at(loop.iter, 0, "iterable") if counted and isinstance(loop.iter, ast.Call) else loop.iter
    owner = listed.value if isinstance(listed, ast.Attribute) and listed.attr == "layers" else None
    return owner if isinstance(owner, ast.Name) else None


def _has_new_head(text: Text, made: ast.Call) -> bool:
    """Whether a model ends in a dense layer that its program makes."""
    outputs = argument_at(made, 1, "outputs", "output")
    head = unfolded(text, outputs, made)
    return isinstance(head, ast.Call) and called(head.func) == "Dense"


def _same(text: Text, call: ast.Call, made: ast.expr) -> bool:
    """Whether this is a method of a model: under its variable, or of what a function that makes it gives."""
    owner = getattr(call.func, "value", None)
    if not isinstance(owner, ast.Name):
        return False
    value = text.resolved(owner)
    builder = text.name_of(text.function_of(made))
    return value is made or (bool(builder) and called(value) == builder)


def _always(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """What a round does with all layers, but for batch norms."""
    for statement in body:
        if isinstance(statement, ast.If) and "BatchNorm" in ast.unparse(statement.test):
            yield from statement.body if isinstance(statement.test, ast.UnaryOp) else statement.orelse
        else:
            yield statement


def _freezes(node: ast.stmt) -> bool:
    spelt = ast.unparse(node) if isinstance(node, ast.Assign) else ""
    return spelt.endswith(".trainable = False") or (".trainable = isinstance(" in spelt and "BatchNorm" in spelt)


def _thaws(node: ast.Assign) -> bool:
    """Whether some layers may learn again; a batch norm alone does not count."""
    return ast.unparse(node).endswith(".trainable = True")


RULE = Rule(
    level=Level.WARNING,
    title="frozen random layers",
    instead="Freeze layers with trained weights only; let new ones learn.",
    program=_look,
    learn="freezing#the-base",
    claims=("rules/frozen-random-layers",),
)
