"""# A model on another width than it was made for

**What it sees.** A model is called on the output of other layers, and its first layer with weights gets another
number of columns there than from its own input.

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

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.unknown import Place
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule

_OF_ONE_WIDTH = ("dense", "conv", "recurrent")


def _look(program: Program) -> Faults:
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
