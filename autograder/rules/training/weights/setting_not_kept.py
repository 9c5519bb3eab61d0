"""# A setting that the file does not keep

**What it sees.** A class of the author's takes an argument that has a default, a model is made with another value,
and the `get_config` of the class leaves that argument out. The program saves the model or copies it.

**Why it hurts.** Keras makes the object again from what `get_config` told, without a word about what is missing: the
argument has its default again. The weights are right, and the copy computes something else with them.

**Example.**

```python
import keras

@keras.saving.register_keras_serializable()
class Scale(keras.layers.Layer):
    def __init__(self, by=1.0, **kwargs):
        super().__init__(**kwargs)
        self.by = by

    def call(self, x):
        return self.by * x

    def get_config(self):
        return super().get_config()  # ← here

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3), Scale(by=20.0), keras.layers.Softmax()])
model.save("model.keras")
again = keras.models.load_model("model.keras")
```

**Instead.**

```python
import keras

@keras.saving.register_keras_serializable()
class Scale(keras.layers.Layer):
    def __init__(self, by=1.0, **kwargs):
        super().__init__(**kwargs)
        self.by = by

    def call(self, x):
        return self.by * x

    def get_config(self):
        return {**super().get_config(), "by": self.by}

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3), Scale(by=20.0), keras.layers.Softmax()])
model.save("model.keras")
again = keras.models.load_model("model.keras")
```
"""

from __future__ import annotations

import ast
from typing import Any

from autograder.anatomy.text import Text, argument_at, bases, bound, called, defaults_of, walk
from autograder.rules.looks.configs import SETTLED, config_of, init_of
from autograder.rules.looks.scopes import methods
from autograder.rules.looks.settings import sources_of
from autograder.rules.rule import Found, Level, Rule

_MADE_AGAIN = frozenset({"load_model", "model_from_json", "clone_model"})
_ASIDE = frozenset({"name", "trainable", "dtype", "reduction", "activity_regularizer", "seed", "verbose", "debug"})
_UNKNOWN = object()


def _look(text: Text) -> Found:
    """``Scale(by=20.0)``, of which ``get_config`` does not tell ``by``, in a model that is saved."""
    if "get_config" not in text.whole or not _is_made_again(text):
        return
    for kind in text.all(ast.ClassDef):
        said, init = config_of(kind), init_of(kind)
        if said is None or init is None or not bases(kind) & (SETTLED | {"Metric"}) or init.args.vararg:
            continue
        for name, default in defaults_of(init).items():
            if name in (*said.names, *_ASIDE) or not _matters(kind, init, name) or _is_set_later(text, kind, name):
                continue
            given = _given(text, kind, init, name, default)
            if given:
                lost = f"{kind.name} is made with {name}={given}, and get_config does not tell {name}"
                yield f"{lost}: made again, it has {name}={ast.unparse(default)}.", said.at


def _is_made_again(text: Text) -> bool:
    """Whether the program reads or copies a model, or writes a whole one."""
    paths = [argument_at(call, 0, "filepath") for call in text.calls({"save"})]
    whole = any(".keras" in ast.unparse(path) for path in paths if path is not None)
    return any(text.calls(_MADE_AGAIN)) or (whole and not any(text.calls({"load_weights"})))


def _matters(kind: ast.ClassDef, init: ast.FunctionDef, name: str) -> bool:
    """Whether an argument is used in ``__init__``, or kept there and read in a method other than ``get_config``."""
    held = [one for one in init.body if isinstance(one, ast.Assign) and getattr(one.value, "id", "") == name]
    kept = {target.attr for one in held for target in one.targets if isinstance(target, ast.Attribute)}
    others = [
        node for method in methods(kind) if method.name not in {"__init__", "get_config"} for node in walk(method)
    ]
    if any(isinstance(node, ast.Attribute) and node.attr in kept for node in others):
        return True
    to_base = [node for call in walk(init) if called(call) == "__init__" for node in walk(call)]
    aside = {id(node) for node in to_base} | {id(one.value) for one in held}
    return any(isinstance(node, ast.Name) and node.id == name and id(node) not in aside for node in walk(init))


def _is_set_later(text: Text, kind: ast.ClassDef, name: str) -> bool:
    """Whether something outside of the class gives an object of it the setting."""
    inside = {id(node) for node in walk(kind)}
    targets = [target for one in text.all(ast.Assign) for target in one.targets if id(one) not in inside]
    return any(isinstance(target, ast.Attribute) and target.attr.strip("_") == name for target in targets)


def _given(text: Text, kind: ast.ClassDef, init: ast.FunctionDef, name: str, default: ast.expr) -> str:
    """Another value than the default, with which an object of a class is made; empty if none is known for certain."""
    calls = list(text.calls({kind.name}))
    if any(one.arg is None for call in calls for one in call.keywords):
        return ""
    usual = _literal(default)
    for call in calls if usual is not _UNKNOWN else ():
        given = bound(init, call)
        values = [_literal(one.value) for one in sources_of(text, given[name], call)] if name in given else []
        if values and all(value is not _UNKNOWN and value != usual for value in values):
            return repr(values[0])
    return ""


def _literal(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError):
        return _UNKNOWN


RULE = Rule(
    level=Level.WARNING,
    title="a setting that the file does not keep",
    instead="Let get_config return every argument of __init__.",
    text=_look,
    exact=True,
)
