"""# A layer of Keras 2 in a model of Keras 3

**What it sees.** `hub.KerasLayer` of TensorFlow Hub stands in a `Sequential` model, or is called on a tensor of a
functional one, in a program that uses Keras 3. Or a layer of `tf_keras` does, or one of `tensorflow.python.keras`.

**Why it hurts.** The class descends from the `Layer` of Keras 2, which TensorFlow Hub brings along. Keras 3 does not
know it for a layer: it raises a `ValueError`.

**Example.**

```python
import keras
import tensorflow_hub as hub

model = keras.Sequential([
    hub.KerasLayer("https://tfhub.dev/google/nnlm-en-dim50/2"),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.** Take a model that is a Keras model itself, from `keras.applications` or KerasHub; or stay with Keras 2
and import `tf_keras`.

```python
import keras

base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
model = keras.Sequential([base, keras.layers.Dense(1)])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import Program
from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, argument_at, called
from autograder.rules.rule import Fault, Faults, Found, Level, Rule, in_text

_OLD = ("tf_keras", "tensorflow.python.keras")
_NEW = ("keras.", "tensorflow.keras.")
_ONLY_OLD = ("TF_USE_LEGACY_KERAS", "keras<3", "keras < 3")


def _look(program: Program) -> Faults:
    foreign = [met for met in program.misuses if met.kind == "foreign" and not program.text.older]
    yield from (Fault(met.what, met.place) for met in foreign)
    yield from in_text(program, _two_kinds)


def _two_kinds(text: Text) -> Found:
    """``keras.Sequential([tf_keras.layers.LSTM(32)])``, and the same the other way round."""
    if not any(old in text.whole for old in _OLD) or any(word in text.whole for word in _ONLY_OLD):
        return
    modules = _modules(text)
    for call in text.calls({"Sequential"}):
        given = argument_at(call, 0, "layers")
        listed = given.elts if isinstance(given, ast.List | ast.Tuple) else []
        yield from _strangers(text, modules, call, listed)
    for call in text.calls({"add"}):
        owner = text.resolved(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if called(owner) == "Sequential" and isinstance(owner, ast.Call):
            yield from _strangers(text, modules, owner, call.args)
    kinds = {_kind(modules, call) for call in text.calls({"Input"})}
    for call in text.all(ast.Call) if kinds == {"3"} else ():
        made = text.resolved(call.func)
        if isinstance(made, ast.Call) and called(made) in api()["layers"] and _kind(modules, made) == "2":
            yield _stranger(made, "2"), call


def _strangers(text: Text, modules: dict[str, str], model: ast.Call, listed: list[ast.expr]) -> Found:
    """The layers that a model of the other Keras is given."""
    mine = _kind(modules, model)
    for part in listed:
        made = text.resolved(part)
        kind = _kind(modules, made)
        if isinstance(made, ast.Call) and mine and kind and kind != mine:
            yield _stranger(made, kind), part


def _stranger(made: ast.Call, kind: str) -> str:
    other = "3" if kind == "2" else "2"
    return f"{called(made)} is a layer of Keras {kind}: a model of Keras {other} refuses it."


def _modules(text: Text) -> dict[str, str]:
    """What each imported name means."""
    found = {alias.asname or alias.name.split(".")[0]: alias.name if alias.asname else alias.name.split(".")[0]
             for node in text.all(ast.Import) for alias in node.names}  # fmt: skip
    for node in text.all(ast.ImportFrom):
        found |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _kind(modules: dict[str, str], made: ast.AST) -> str:
    """Of which Keras a call makes something: ``2``, ``3``, or empty if that is not known."""
    spelt = ast.unparse(made.func) if isinstance(made, ast.Call) else ""
    root, _, rest = spelt.partition(".")
    dotted = f"{modules.get(root, '')}.{rest}"
    return "2" if dotted.startswith(_OLD) else "3" if dotted.startswith(_NEW) else ""


RULE = Rule(
    level=Level.ERROR,
    title="layer of Keras 2 in a model of Keras 3",
    instead="Take a base from keras.applications or KerasHub, or import tf_keras for the whole program.",
    program=_look,
)
