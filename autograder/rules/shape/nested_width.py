"""# A model on another width than it was made for

**What it sees.** A model is called on the output of other layers, and its first layer with weights gets another
number of columns there than from its own input. Or one layer of a model, such as `whole.layers[-1]`, is called in
another model on other columns than it was made for.

**Why it hurts.** A model is made for one shape of input. Called on another one Keras stops: the weights of its first
layer have as many rows as its own input has columns.

**Example.**

```python
import keras

image = keras.Input((784,))
encoder = keras.Model(image, keras.layers.Dense(32, activation="relu")(image))
code = keras.Input((64,))
decoder = keras.Model(code, keras.layers.Dense(784, activation="sigmoid")(code))  # ← here
whole = keras.Input((784,))
autoencoder = keras.Model(whole, decoder(encoder(whole)))
```

**Instead.**

```python
import keras

image = keras.Input((784,))
encoder = keras.Model(image, keras.layers.Dense(32, activation="relu")(image))
code = keras.Input((32,))
decoder = keras.Model(code, keras.layers.Dense(784, activation="sigmoid")(code))
whole = keras.Input((784,))
autoencoder = keras.Model(whole, decoder(encoder(whole)))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import walk
from autograder.anatomy.unknown import Place
from autograder.rules import asking, sizes
from autograder.rules.rule import Fault, Faults, Level, Rule

_OF_ONE_WIDTH = ("dense", "conv", "recurrent")


def _look(program: Program) -> Faults:
    yield from _layers_of_two_models(program)
    parts = [model for model in program.models if model.part and model.complete]
    for part in parts:
        first = next(iter(part.anatomy.positions(*_OF_ONE_WIDTH)), None)
        call = part.layers[first] if first is not None else None
        if first is None or call is None or sum(other.place == part.place for other in parts) > 1:
            continue
        wanted = _width(part, first)
        if sum(_place(part, p) == call.place for p in part.anatomy.positions(*_OF_ONE_WIDTH)) > 1:
            continue  # a function makes such layers again and again
        for whole in program.models:
            met = [p for p in whole.anatomy.positions(*_OF_ONE_WIDTH) if _place(whole, p) == call.place]
            given = _width(whole, met[0]) if whole is not part and len(met) == 1 else None
            if given is not None and wanted is not None and given != wanted:
                name = part.names[-1] if part.names else "This model"
                said = f"{name} is made for {wanted} columns, but is called on {given}."
                yield asking.at(part, first, said)
                break


def _layers_of_two_models(program: Program) -> Faults:
    """A layer of one model that another model calls on rows of another width: ``whole.layers[-1](code)``."""
    first: dict[Place, int] = {}
    for model in program.models if not any(model.part for model in program.models) else ():
        places = [_place(model, position) for position in model.anatomy.positions(*_OF_ONE_WIDTH)]
        for position in model.anatomy.positions(*_OF_ONE_WIDTH) if model.complete else ():
            place, width = _place(model, position), _width(model, position)
            if place is None or width is None or places.count(place) > 1 or not _is_made_once(program, place):
                continue
            if first.setdefault(place, width) != width:
                said = f"{asking.layer_name(model, position)} is called on {width} columns"
                yield Fault(f"{said}, and was made for {first[place]} in another model.", model.place)


def _is_made_once(program: Program, place: Place) -> bool:
    """Whether the call at a place stands outside of all functions and loops."""
    text = program.text
    loops = [*text.all(ast.For), *text.all(ast.While), *text.all(ast.comprehension)]
    within = {id(part) for loop in loops for part in walk(loop)}
    found = [node for node in text.all(ast.Call) if text.place(node) == place]
    return bool(found) and not any(text.function_of(node) or id(node) in within for node in found)


def _place(model: ModelSource, position: int) -> Place | None:
    call = model.layers[position]
    return call.place if call else None


def _width(model: ModelSource, position: int) -> int | None:
    shape = sizes.incoming(model, position)
    first = model.anatomy.operations[position].settings.get("data_format") == "channels_first"
    return None if not shape or first else shape[-1]


RULE = Rule(
    level=Level.ERROR,
    title="a model on another width than it was made for",
    instead="Give the input of the inner model the shape of what it is called on.",
    program=_look,
)
