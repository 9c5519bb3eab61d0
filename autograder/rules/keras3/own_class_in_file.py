"""# A class or function that the file does not hold

**What it sees.** A model with a layer or a model class of the author's own, or one that is compiled with a loss or a
metric of the author's own, is saved, and `load_model` reads that file without being told of the class or function.

Or a layer class that leaves its settings to Keras has an `__init__` without `**kwargs`, or the `get_config` of a
class of the author's own says something that its `__init__` does not take, or leaves out what it needs.

**Why it hurts.** A `.keras` file holds the name of a class and its settings, not its code. Keras looks the name up
among its own classes and those that were registered, and stops with *Could not locate class*, even where the class
stands in the same program. It makes the object again by calling the class with what `get_config` said.

**Example.**

```python
import keras

class Double(keras.layers.Layer):
    def call(self, x):
        return 2 * x

model = keras.Sequential([keras.Input((2,)), Double(), keras.layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")  # ← here
```

**Instead.**

```python
import keras

@keras.saving.register_keras_serializable()
class Double(keras.layers.Layer):
    def call(self, x):
        return 2 * x

model = keras.Sequential([keras.Input((2,)), Double(), keras.layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.source.names import known
from autograder.anatomy.text import Text, argument_at, bases, called, keyword
from autograder.rules.looks.configs import SETTLED, config_of, init_of
from autograder.rules.looks.files import compiles, read_again
from autograder.rules.looks.words import MODEL_OR_LAYER
from autograder.rules.rule import Found, Level, Rule

_TEACHES = ("custom_object", "register_keras_serializable", "enable_unsafe_deserialization", "safe_mode")
_MAKES_AGAIN = ("load_model", "from_json", "from_config", "clone_model", ".save(")
_OF_BASE = frozenset({"name", "trainable", "dtype", "reduction"})
_WANT_METRICS = frozenset({"evaluate", "fit"})


def _look(text: Text) -> Found:
    """Files with classes of the author's that Keras does not find, or cannot make again."""
    yield from _own_classes(text)
    yield from _no_keywords(text)
    yield from _other_settings(text)


def _own_classes(text: Text) -> Found:
    """``load_model`` of a file with a layer or a loss of the author's own, of which nobody tells Keras."""
    if any(word in text.whole for word in _TEACHES):
        return
    own = {node.name for node in text.all(ast.ClassDef) if bases(node) & MODEL_OR_LAYER}
    used = sorted({called(call) for call in text.all(ast.Call)} & own)
    for call, maker, old in read_again(text):
        again = {called(other) for other in text.calls(_WANT_METRICS) if other.lineno > call.lineno}
        asked = keyword(call, "compile") is None
        losses = list(_judges(text, maker, 1, "loss")) if asked else []
        metrics = list(_judges(text, maker, 2, "metrics")) if asked else []
        trained = [*used, *losses, *metrics]
        if trained and (again or not old or used or losses):  # metrics of the old format wait until they are asked
            kind = "class" if used else "function"
            said = f"The file names the {kind} {trained[0]}, and Keras does not know where it is"
            yield f"{said}: give custom_objects, or register the {kind}.", call


def _no_keywords(text: Text) -> Found:
    """``load_model(…, custom_objects={"Mine": Mine})``, whose ``__init__`` takes no ``name`` and no ``dtype``."""
    closed = {
        node.name: init_of(node)
        for node in text.all(ast.ClassDef)
        if bases(node) & MODEL_OR_LAYER and _is_closed(node)
    }
    for call in text.calls({"load_model", "model_from_json"}):
        given = keyword(call, "custom_objects")
        given = text.resolved(given) if given is not None else None
        for value in given.values if isinstance(given, ast.Dict) else ():
            init = closed.get(getattr(value, "id", ""))
            if init is not None:
                said = (
                    f"The file gives {ast.unparse(value)} its name and dtype, too, and its __init__ takes no **kwargs"
                )
                first = init.body[0]
                at = first.value if isinstance(first, ast.Expr) else value
                yield f"{said}: Keras cannot make it again.", at


def _other_settings(text: Text) -> Found:
    """``get_config`` with a key that ``__init__`` does not take, or without one that it needs."""
    if not any(word in text.whole for word in _MAKES_AGAIN):
        return
    for kind in text.all(ast.ClassDef):
        said, init = config_of(kind), init_of(kind)
        if said is None or init is None or not bases(kind) & SETTLED or init.args.vararg:
            continue
        taken = [*init.args.args[1:], *init.args.kwonlyargs]
        names = [one.arg for one in taken]
        extra = [name for name in said.names if name not in names]
        if extra and not init.args.kwarg:
            yield f"The __init__ of {kind.name} takes no {extra[0]}: Keras cannot make it again.", said.at
        needed = names[: len(init.args.args) - 1 - len(init.args.defaults)]
        lacking = [name for name in needed if name not in (*said.names, *_OF_BASE)]
        if lacking and not extra:
            yield f"The __init__ of {kind.name} wants {lacking[0]}: Keras cannot make it again.", said.at


def _is_closed(node: ast.ClassDef) -> bool:
    """Whether a layer class leaves its settings to Keras, and takes none but its own."""
    init, own = init_of(node), {getattr(part, "name", "") for part in node.body}
    takes = {one.arg for one in (*init.args.args, *init.args.kwonlyargs)} if init else set()
    return (
        "Layer" in bases(node)
        and init is not None
        and init.args.kwarg is None
        and not own & {"get_config", "from_config"}
        and not ({"trainable", "dtype", "name"} <= takes)
    )


def _judges(text: Text, saved: ast.Call, at: int, name: str) -> Iterator[str]:
    """The functions of the author's that an argument of ``compile`` gives the saved model."""
    own = {node.name for node in text.all(ast.FunctionDef)} - known("losses") - known("metrics")
    own |= {node.name for node in text.all(ast.ClassDef) if bases(node) & {"Loss", "Metric"}}
    for call in compiles(text, saved):
        given = argument_at(call, at, name)
        listed = [*getattr(given, "elts", ()), given] if given is not None else []
        named = [part.func if isinstance(part, ast.Call) else part for part in map(text.resolved, listed)]
        yield from (part.id for part in named if isinstance(part, ast.Name) and part.id in own)


RULE = Rule(
    level=Level.ERROR,
    title="a class or function that the file does not hold",
    instead="Register it, @keras.saving.register_keras_serializable(), or pass custom_objects; take **kwargs.",
    text=_look,
)
