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
from collections.abc import Iterator
from typing import Any

from autograder.anatomy.text import Text, argument_at, bases, bound, called, constant, keyword, walk
from autograder.rules.looks.configs import SETTLED, config_of, init_of
from autograder.rules.looks.scopes import arguments, methods, owner, unfolded
from autograder.rules.rule import Found, Level, Rule

_MADE_AGAIN = frozenset({"load_model", "model_from_json", "clone_model"})
_ASIDE = frozenset({"name", "trainable", "dtype", "reduction", "activity_regularizer", "seed", "verbose", "debug"})
_DEEP = 3  # functions of the author's between a value and where it stands
_UNKNOWN = object()


def _look(text: Text) -> Found:
    """``Scale(by=20.0)``, of which ``get_config`` does not tell ``by``, in a model that is saved."""
    if "get_config" not in text.whole or not _is_made_again(text):
        return
    for kind in text.all(ast.ClassDef):
        said, init = config_of(kind), init_of(kind)
        if said is None or init is None or not bases(kind) & (SETTLED | {"Metric"}) or init.args.vararg:
            continue
        for name, default in _with_defaults(init):
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


def _with_defaults(init: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """The arguments that may be left out, with what they are then."""
    own = zip(init.args.args[::-1], init.args.defaults[::-1], strict=False)
    yield from ((one.arg, default) for one, default in own)
    named = zip(init.args.kwonlyargs, init.args.kw_defaults, strict=True)
    yield from ((one.arg, default) for one, default in named if default is not None)


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
        values = list(_values(text, given[name], call, _DEEP, set())) if name in given else []
        if values and all(value is not _UNKNOWN and value != usual for value in values):
            return repr(values[0])
    return ""


def _literal(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError):
        return _UNKNOWN


def _values(text: Text, node: ast.expr, user: ast.AST, deep: int, asked: set[tuple[int, str]]) -> Iterator[Any]:
    """All that a value may be; one of them is unknown if something else may be it, too.

    ``asked`` are the arguments of functions whose callers were asked already: each is asked once.
    """
    node = unfolded(text, node, user)
    key = constant(node.slice) if isinstance(node, ast.Subscript) else None
    within = owner(text, user)
    if isinstance(key, str):
        yield from map(_literal, _entries(text, key))
    elif isinstance(node, ast.Attribute):
        yield from map(_literal, _fields(text, node.attr))
    elif isinstance(node, ast.Name) and within is not None and node.id in arguments(within) and deep:
        usual, first = dict(_with_defaults(within)), (id(within), node.id) not in asked
        asked.add((id(within), node.id))
        for call in text.calls({within.name}) if first else ():
            value = bound(within, call).get(node.id, usual.get(node.id))
            yield from _values(text, value, call, deep - 1, asked) if value is not None else (_UNKNOWN,)
    else:
        yield _literal(node)


def _entries(text: Text, key: str) -> Iterator[ast.expr]:
    """What the dictionaries of a program hold under a key."""
    for one in text.all(ast.Dict):
        yield from (value for name, value in zip(one.keys, one.values, strict=True) if constant(name) == key)
    yield from (one.value for call in text.calls({"dict", "update"}) for one in call.keywords if one.arg == key)
    for put in text.all(ast.Assign):
        target = put.targets[0]
        if isinstance(target, ast.Subscript) and constant(target.slice) == key:
            yield put.value


def _fields(text: Text, name: str) -> Iterator[ast.expr]:
    """What an attribute of settings is: the field of a class and what its objects get instead, or an option."""
    for kind in text.all(ast.ClassDef):
        for one in kind.body:
            targets = one.targets if isinstance(one, ast.Assign) else [getattr(one, "target", None)]
            if any(getattr(target, "id", "") == name for target in targets):
                yield getattr(one, "value", None) or one.target  # type: ignore[attr-defined]
                made = list(text.calls({kind.name, "replace", "_replace"}))
                yield from (given.value for call in made for given in call.keywords if given.arg in (name, None))
                yield from (part for call in made if called(call) == kind.name for part in call.args)
    for call in text.calls({"add_argument"}):
        if call.args and str(constant(call.args[0])).lstrip("-").replace("-", "_") == name:
            yield keyword(call, "default") or call.args[0]


RULE = Rule(
    level=Level.WARNING,
    title="a setting that the file does not keep",
    instead="Let get_config return every argument of __init__.",
    text=_look,
    exact=True,
)
