"""# A result that is not there

**What it sees.** The result of `model.add(…)` or `model.fit(…)` is kept as the model, or the result of `evaluate` is
taken apart, though the model was compiled without metrics, or with more or fewer of them. Or a number is asked of
what `fit` gives, and not of its `history`.

**Why it hurts.** `add` changes the model and gives `None`; `fit` gives the history of the training. `evaluate` gives
the loss and a number for each metric, and one number alone where there are no metrics. Python stops where more or
fewer of them are wanted.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=10)
loss, error = model.evaluate(x_test, y_test)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
model.fit(x, y, epochs=10)
loss, error = model.evaluate(x_test, y_test)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, constant, keyword, owner_of
from autograder.rules.looks.networks import is_network
from autograder.rules.looks.words import is_layer
from autograder.rules.rule import Found, Level, Rule

_OF_MODELS = frozenset({"predict", "evaluate", "save", "summary", "save_weights"})
_REPORTS = (
    "def evaluate(",
    "def test_step(",
    "def train_step(",
    "add_metric",
    "Metric)",
    "(Layer)",
    ".Layer)",
    "torch",
)


def _look(text: Text) -> Found:
    """``model = model.add(…)`` gives None, ``loss, accuracy = model.evaluate(…)`` one number without metrics."""
    yield from _history_asked(text)
    for statement in text.all(ast.Assign):
        value, target = statement.value, statement.targets[0]
        if not isinstance(value, ast.Call) or not isinstance(value.func, ast.Attribute):
            continue
        owner = value.func.value
        if called(value) == "add" and isinstance(target, ast.Name) and value.args and is_layer(value.args[0]):
            again = isinstance(owner, ast.Name) and owner.id == target.id
            if again or called(owner) == "Sequential":
                yield f"add gives None, and that is what {target.id} is from here on.", value
        elif called(value) == "fit" and isinstance(owner, ast.Name) and ast.unparse(target) == owner.id:
            if is_network(text, owner, value) and any(map(owner.id.__eq__, map(owner_of, text.calls(_OF_MODELS)))):
                yield f"fit gives the history, and that is what {owner.id} is from here on.", value
        elif called(value) == "evaluate" and isinstance(target, ast.Tuple) and len(target.elts) > 1:
            compiled = [call for call in text.calls({"compile"}) if owner_of(call) == ast.unparse(owner)]
            if compiled and all(map(_one_number, compiled)) and not _several_outputs(text):
                yield "Without metrics= evaluate gives one number, the loss, and that has no parts.", value
            sequential = not any(text.calls({"Model", "load_model"}))
            many = _numbers(compiled[0]) if len(compiled) == 1 and sequential else 0
            plain = all(isinstance(part, ast.Name) for part in target.elts) and keyword(value, "return_dict") is None
            if many > 1 and plain and many != len(target.elts) and not any(map(text.whole.__contains__, _REPORTS)):
                asked = f"the loss and {many - 1} metric{'s' * (many > 2)}"
                yield f"evaluate gives {many} numbers here, {asked}, and {len(target.elts)} are wanted.", value


def _history_asked(text: Text) -> Found:
    """``history = model.fit(…)``, then ``history["loss"]``."""
    for node in text.all(ast.Subscript):
        kept = node.value if isinstance(node.value, ast.Name) and isinstance(constant(node.slice), str) else None
        made = text.latest(kept.id, node)[0] if kept is not None else None
        owner = made.func.value if isinstance(made, ast.Call) and isinstance(made.func, ast.Attribute) else None
        if kept is None or not isinstance(made, ast.Call) or called(made) != "fit" or not isinstance(owner, ast.Name):
            continue
        if is_network(text, owner, made):
            yield f"The numbers stand in {kept.id}.history.", node


def _one_number(call: ast.Call) -> bool:
    """Whether a compile asks for nothing but one loss."""
    hidden = any(given.arg is None for given in call.keywords) or any(isinstance(a, ast.Starred) for a in call.args)
    loss = argument_at(call, 1, "loss")
    single = isinstance(loss, ast.Constant | ast.Attribute | ast.Call)
    return single and not hidden and keyword(call, "metrics", "weighted_metrics") is None and len(call.args) < 3


def _numbers(call: ast.Call) -> int:
    """How many numbers evaluate gives after a compile of one loss and a list of metrics; 0 if that is not known."""
    hidden = any(given.arg in {None, "weighted_metrics"} for given in call.keywords) or len(call.args) > 2
    loss = argument_at(call, 1, "loss")
    given = keyword(call, "metrics")
    single = isinstance(loss, ast.Constant | ast.Attribute | ast.Call | ast.Name)
    listed = given.elts if isinstance(given, ast.List) and single and not hidden else []
    known = all(isinstance(one, ast.Constant | ast.Attribute | ast.Call) for one in listed)
    return 1 + len(listed) if listed and known else 0


def _several_outputs(text: Text) -> bool:
    given = [argument_at(call, 1, "outputs") for call in text.calls({"Model"})]
    made = [text.resolved(node) for node in given if node is not None]
    return any(isinstance(node, ast.List | ast.Tuple | ast.Dict) for node in made)


RULE = Rule(
    level=Level.ERROR,
    title="a result that is not there",
    instead="Keep the model, not what add gives; name metrics in compile, or take the one number as it is.",
    text=_look,
)
