"""# A class or function that the file does not hold

**What it sees.** A model with a layer or a model class of the author's own, or one that is compiled with a loss or a
metric of the author's own, is saved, and `load_model` reads that file without being told of the class or function.

Or a layer class that leaves its settings to Keras has an `__init__` without `**kwargs`.

**Why it hurts.** A `.keras` file holds the name of a class and its settings, not its code. Keras looks the name up
among its own classes and those that were registered, and stops with *Could not locate class*, even where the class
stands in the same program.

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
from autograder.anatomy.text import Text, bases, called, keyword
from autograder.rules.looks.files import compiles, read_again
from autograder.rules.rule import Found, Level, Rule

_BASES = frozenset({"Layer", "Model"})
_TEACHES = ("custom_object", "register_keras_serializable", "enable_unsafe_deserialization", "safe_mode")
_WANT_METRICS = frozenset({"evaluate", "fit"})


def _look(text: Text) -> Found:
    """Files with classes of the author's that Keras does not find, or cannot make again."""
    yield from _own_classes(text)
    yield from _no_keywords(text)


def _own_classes(text: Text) -> Found:
    """``load_model`` of a file with a layer or a loss of the author's own, of which nobody tells Keras."""
    if any(word in text.whole for word in _TEACHES):
        return
    own = {node.name for node in text.all(ast.ClassDef) if bases(node) & _BASES}
    used = sorted({called(call) for call in text.all(ast.Call)} & own)
    for call, maker, old in read_again(text):
        again = {called(other) for other in text.calls(_WANT_METRICS) if other.lineno > call.lineno}
        trained = [*used, *([] if keyword(call, "compile") is not None else _own_losses(text, maker))]
        if trained and (again or not old or used):
            kind = "class" if used else "function"
            said = f"The file names the {kind} {trained[0]}, and Keras does not know where it is"
            yield f"{said}: give custom_objects, or register the {kind}.", call


def _no_keywords(text: Text) -> Found:
    """``load_model(…, custom_objects={"Mine": Mine})``, whose ``__init__`` takes no ``name`` and no ``dtype``."""
    closed = {node.name: _init(node) for node in text.all(ast.ClassDef) if bases(node) & _BASES and _is_closed(node)}
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


def _init(node: ast.ClassDef) -> ast.FunctionDef | None:
    return next((part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"), None)


def _is_closed(node: ast.ClassDef) -> bool:
    """Whether a layer class leaves its settings to Keras, and takes none but its own."""
    init, own = _init(node), {getattr(part, "name", "") for part in node.body}
    takes = {one.arg for one in (*init.args.args, *init.args.kwonlyargs)} if init else set()
    return (
        "Layer" in bases(node)
        and init is not None
        and init.args.kwarg is None
        and not own & {"get_config", "from_config"}
        and not ({"trainable", "dtype", "name"} <= takes)
    )


def _own_losses(text: Text, saved: ast.Call) -> Iterator[str]:
    """The functions of the author's that the saved model is compiled with."""
    own = {node.name for node in text.all(ast.FunctionDef)} - known("losses") - known("metrics")
    own |= {node.name for node in text.all(ast.ClassDef) if bases(node) & {"Loss", "Metric"}}
    for call in compiles(text, saved):
        given = [keyword(call, "loss"), keyword(call, "metrics"), *call.args[1:3]]
        listed = [part for node in given if node is not None for part in (*getattr(node, "elts", ()), node)]
        named = [part.func if isinstance(part, ast.Call) else part for part in map(text.resolved, listed)]
        yield from (part.id for part in named if isinstance(part, ast.Name) and part.id in own)


RULE = Rule(
    level=Level.ERROR,
    title="a class or function that the file does not hold",
    instead="Register it, @keras.saving.register_keras_serializable(), or pass custom_objects; take **kwargs.",
    text=_look,
)
