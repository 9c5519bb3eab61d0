"""# States of a recurrent layer, miscounted

**What it sees.** What a recurrent layer gives is unpacked into more or fewer variables than it has parts: an `LSTM`
with `return_state=True` gives three, a `GRU` two, and `Bidirectional` around them five and three. Or such a layer
stands in a sequential model.

**Why it hurts.** Python stops at the unpacking, or a variable gets another part than it is called after. A
bidirectional layer has the states of both directions; for a decoder they are joined, and it has twice as many units.
A sequential model hands one tensor from layer to layer, and stops at the next one.

**Example.**

```python
import keras

words = keras.Input((None, 50))
encoder = keras.layers.Bidirectional(keras.layers.LSTM(64, return_state=True))
out, state_h, state_c = encoder(words)  # ← here
```

**Instead.**

```python
import keras

words = keras.Input((None, 50))
encoder = keras.layers.Bidirectional(keras.layers.LSTM(64, return_state=True))
out, forward_h, forward_c, backward_h, backward_c = encoder(words)
state_h = keras.layers.Concatenate()([forward_h, backward_h])
state_c = keras.layers.Concatenate()([forward_c, backward_c])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, constant, keyword
from autograder.rules.rule import Found, Level, Rule

_STATES = {"LSTM": 2, "CuDNNLSTM": 2, "ConvLSTM2D": 2, "GRU": 1, "CuDNNGRU": 1, "SimpleRNN": 1}


def _look(text: Text) -> Found:
    """``out, h, c = Bidirectional(LSTM(64, return_state=True))(x)``."""
    for one in text.all(ast.Assign):
        target, call = one.targets[0], one.value
        if not isinstance(target, ast.Tuple | ast.List) or not isinstance(call, ast.Call):
            continue
        layer = text.resolved(call.func)
        parts = _parts(layer) if isinstance(layer, ast.Call) else 0
        starred = any(isinstance(part, ast.Starred) for part in target.elts)
        if parts and not starred and len(target.elts) != parts:
            said = f"{called(layer)} gives {parts} part{'s' * (parts > 1)} here, and {len(target.elts)} are wanted"
            yield f"{said}.", call
    for call in text.calls({"Sequential", "add"}):
        for layer in _listed(call):
            if _parts(layer) > 1:
                yield f"{called(layer)} gives its states, too: a sequential model hands on one tensor.", layer


def _listed(call: ast.Call) -> list[ast.Call]:
    """The layers that a sequential model is made of, or gets."""
    given = call.args[0] if call.args else None
    parts = given.elts if isinstance(given, ast.List | ast.Tuple) else [given]
    return [part for part in parts if isinstance(part, ast.Call)]


def _parts(layer: ast.Call) -> int:
    """How many parts a recurrent layer gives; 0 if that is not known."""
    if called(layer) == "Bidirectional" and layer.args and isinstance(layer.args[0], ast.Call):
        inner = _parts(layer.args[0])
        joined = keyword(layer, "merge_mode") is None or isinstance(constant(keyword(layer, "merge_mode")), str)
        return 1 + 2 * (inner - 1) if inner and joined else 0
    states = keyword(layer, "return_state")
    known = called(layer) in _STATES and all(given.arg is not None for given in layer.keywords)
    if not known or (states is not None and not isinstance(constant(states), bool)):
        return 0
    return 1 + (_STATES[called(layer)] if states is not None and constant(states) else 0)


RULE = Rule(
    level=Level.ERROR,
    title="states of a recurrent layer, miscounted",
    instead="Name each part: the output, then the states, of the forward direction first.",
    text=_look,
)
