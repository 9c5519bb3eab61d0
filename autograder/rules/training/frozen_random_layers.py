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

from autograder.anatomy.kinds import UNKNOWN
from autograder.anatomy.source import LayerCall, ModelSource, Program
from autograder.anatomy.training import Event, Fit, Trainable, Use
from autograder.anatomy.unknown import Place
from autograder.rules import asking, fitting, spelt
from autograder.rules.rule import Faults, Level, Rule

_STARTS = frozenset({"weights", "kernel_initializer", "embeddings_initializer", "recurrent_initializer"})


def _look(program: Program) -> Faults:
    found = list(_of_models(program))
    yield from found or spelt.misused(program, "frozen")


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


RULE = Rule(
    level=Level.WARNING,
    title="frozen random layers",
    instead="Freeze layers with trained weights only; let new ones learn.",
    program=_look,
    learn="freezing#the-base",
    claims=("rules/frozen-random-layers",),
)
