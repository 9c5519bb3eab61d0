"""# Made anew in each call

**What it sees.** A loss, a metric or a training step of the author's makes a metric, an optimizer or a layer with
weights of Keras each time that it is called.

**Why it hurts.** These things hold variables. Keras calls such a function when it compiles the training, and
TensorFlow allows new variables only the first time: `fit` stops with "tf.function only supports singleton
tf.Variables". And what is new in each call would count, or learn, nothing.

**Example.**

```python
import keras


def accuracy(truth, guess):
    return keras.metrics.SparseCategoricalAccuracy()(truth, guess)  # ← here


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=[accuracy])
```

**Instead.** Give `compile` the object, or use the function of the same name, which holds nothing.

```python
import keras


def accuracy(truth, guess):
    return keras.metrics.sparse_categorical_accuracy(truth, guess)


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=[accuracy])
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, bases, called, keyword, walk
from autograder.rules.looks.words import WEIGHTED
from autograder.rules.rule import Found, Level, Rule

_STEPS = frozenset({"train_step", "test_step", "update_state"})
_OF_LOSSES = frozenset({"call", "result"})
_EAGER = ("run_eagerly", "py_function", "run_functions_eagerly")


def _look(text: Text) -> Found:
    """Metrics, layers and optimizers that a loss, a metric or a step makes anew in each call."""
    if any(word in text.whole for word in _EAGER):
        return
    imported = {alias.asname or alias.name: (node.module or "").rpartition(".")[2]
                for node in text.all(ast.ImportFrom) for alias in node.names}  # fmt: skip
    for function, name in _called_often(text):
        within = [node for part in function.body for node in walk(part)]
        guarded = {id(part) for test in within if isinstance(test, ast.If) for part in walk(test)}
        for node in within:
            kind = _with_variables(node, imported)
            if kind and isinstance(node, ast.Call) and id(node) not in guarded:
                said = f"{name} makes a new {called(node)}, which has variables, each time that it is called"
                yield f"{said}: TensorFlow allows that only once, and stops.", node
                break


def _called_often(text: Text) -> Iterator[tuple[ast.FunctionDef, str]]:
    """Functions that Keras calls for each batch, with what to call them."""
    named = {name for call in text.calls({"compile"}) for name in _given(text, call)}
    named |= {name for name, node in text.functions.items() if any(map(_traces, node.decorator_list))}
    yield from ((text.functions[name], name) for name in sorted(named))
    for kind in text.all(ast.ClassDef):
        parents = bases(kind)
        wanted = _STEPS | (_OF_LOSSES if parents & {"Loss", "Metric"} else set())
        for part in kind.body if parents & {"Loss", "Metric", "Model"} else ():
            if isinstance(part, ast.FunctionDef) and part.name in wanted:
                yield part, f"{kind.name}.{part.name}"


def _traces(mark: ast.expr) -> bool:
    """``@tf.function``, with arguments or without."""
    return ast.unparse(mark.func if isinstance(mark, ast.Call) else mark) == "tf.function"


def _given(text: Text, call: ast.Call) -> Iterator[str]:
    """The author's losses and metrics of a compile, those that another function gives as well."""
    todo = [keyword(call, "loss"), keyword(call, "metrics"), *call.args[1:3]]
    while todo:
        part = todo.pop()
        part = part if part is None or getattr(part, "id", "") in text.functions else text.resolved(part)
        if isinstance(part, ast.List | ast.Tuple):
            todo += part.elts
        elif isinstance(part, ast.Dict):
            todo += part.values
        elif isinstance(part, ast.Name) and part.id in text.functions:
            yield part.id
        elif called(part) in text.functions:
            inner = {node.name for node in walk(text.functions[called(part)]) if isinstance(node, ast.FunctionDef)}
            for node in walk(text.functions[called(part)]):
                given = node.value if isinstance(node, ast.Return) else None
                if isinstance(given, ast.Name) and given.id in inner:
                    yield given.id


def _with_variables(node: ast.AST, imported: dict[str, str]) -> bool:
    """Whether a call makes a metric, a layer with weights, or an optimizer of Keras."""
    name = called(node)
    if not isinstance(node, ast.Call) or not name[:1].isupper():
        return False
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    group = imported.get(name, "") if owner is None else getattr(owner, "attr", getattr(owner, "id", ""))
    if group == "layers" and not name.startswith(WEIGHTED):
        return False
    return group in {"metrics", "optimizers", "layers"} and name in api()[group]


RULE = Rule(
    level=Level.ERROR,
    title="made anew in each call",
    instead="Make it once, outside of the function, or use a function of Keras that does the same without variables.",
    text=_look,
    exact=True,
)
