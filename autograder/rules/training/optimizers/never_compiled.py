"""# Trained without a compile

**What it sees.** A model is given to `fit` or `evaluate`, and nothing in the program compiles it. Or it was made
again of its architecture, by `model_from_json` or `from_config`, and only the first one was compiled.

**Why it hurts.** Without `compile` there is no loss and no optimizer: Keras stops. An architecture and a file of
weights hold neither.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.fit(x, y, epochs=10)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, called, owner_of
from autograder.anatomy.training import Fit, Use
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_TRAINS = frozenset({"fit", "train_on_batch"})
_REMAKES = frozenset({"model_from_json", "model_from_config", "model_from_yaml", "from_config", "clone_model"})
_ASKS = frozenset({"evaluate", "test_on_batch"})


def _look(model: ModelSource) -> Faults:
    if model.form not in {"sequential", "functional"} or not model.training.complete or model.training.compiles:
        return
    for event in model.training.events:
        asks = isinstance(event, Fit) or (isinstance(event, Use) and event.method in _ASKS)
        if asks and event.sure:
            yield Fault("Nothing compiles this model: it has neither a loss nor an optimizer.", event.place)
            return


def _made_again(text: Text) -> Found:
    """``model = model_from_json(…)``, then ``model.evaluate(…)``, where ``compile`` is called on another one only."""
    for one in text.all(ast.Assign):
        name, maker = ast.unparse(one.targets[0]), text.function_of(one)
        if called(one.value) not in _REMAKES:
            continue
        compiles = [call for call in text.calls({"compile"}) if owner_of(call) == name]
        others = [
            other for other in text.all(ast.Assign) if ast.unparse(other.targets[0]) == name and other is not one
        ]
        if any(text.function_of(call) == maker and call.lineno > one.lineno for call in compiles):
            continue
        makers = {text.function_of(other) for other in others}
        elsewhere = all(
            text.function_of(call) in makers - {maker} for call in compiles if text.function_of(call) != maker
        )
        asks = (call for call in text.calls(_TRAINS | _ASKS) if owner_of(call) == name and call.lineno > one.lineno)
        asks = (call for call in asks if not maker or name.startswith("self.") or text.function_of(call) == maker)
        asked = next(asks, None)
        if asked is not None and elsewhere:
            yield "Nothing compiles this model: an architecture holds neither a loss nor an optimizer.", asked


RULE = Rule(
    level=Level.ERROR,
    title="trained without a compile",
    instead="Compile it first: model.compile(loss=…, optimizer=…).",
    model=_look,
    text=_made_again,
)
