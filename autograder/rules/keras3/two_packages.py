"""# Two packages of Keras

**What it sees.** Layers and models are imported from `keras`, and others from `tensorflow.keras`.

**Why it hurts.** Since TensorFlow 2.16 both names lead to the same Keras 3. Before, they were two packages: a layer
of one is no layer for the other, and Keras stops with *The added layer must be an instance of class Layer*, or with
tensors that have no `_keras_history`. It is a note, for today it runs.

**Example.**

```python
from keras import Input, Sequential
from tensorflow.keras.layers import Dense

model = Sequential([Input((4,)), Dense(1)])  # ← here
```

**Instead.**

```python
from keras import Input, Sequential
from keras.layers import Dense

model = Sequential([Input((4,)), Dense(1)])
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, called
from autograder.rules.rule import Found, Level, Rule

_PACKAGES = ("keras", "tensorflow.keras")
_MODELS = frozenset({"Sequential", "Model", "Input", "load_model"})


def _look(text: Text) -> Found:
    """``from keras import Sequential`` and ``from tensorflow.keras.layers import Dense``."""
    package = dict(_imported(text))
    used = [call for call in text.calls(package.keys()) if isinstance(call.func, ast.Name)]
    of_keras, of_tensorflow = ([call for call in used if package[called(call)] == name] for name in _PACKAGES)
    fewer, more = sorted((of_keras, of_tensorflow), key=len)
    if fewer:
        odd, other = called(fewer[0]), called(more[0])
        said = f"{odd} comes from {package[odd]}, and {other} from {package[other]}"
        yield f"{said}: before TensorFlow 2.16 these were two packages that do not mix.", fewer[0]


def _imported(text: Text) -> Iterator[tuple[str, str]]:
    """The layers and models that are imported by name, and the package that each comes from."""
    for one in text.all(ast.ImportFrom):
        package = next((name for name in reversed(_PACKAGES) if f"{one.module}.".startswith(f"{name}.")), "")
        for alias in one.names if package else ():
            if alias.name in _MODELS or alias.name in api()["layers"] or "applications" in str(one.module):
                yield alias.asname or alias.name, package


RULE = Rule(
    level=Level.NOTE,
    title="two packages of Keras",
    instead="Import all of it from one of both.",
    text=_look,
)
