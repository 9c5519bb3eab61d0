"""# A softmax, where several labels may be right

**What it sees.** The targets are known to hold several ones in a row, or none, and the output passes a softmax.
They are what a `MultiLabelBinarizer` makes, `str.get_dummies(sep=",")`, `get_dummies` of an exploded column, or ones
that an inner loop over the labels of a row puts there; they are columns that hold together, as `toxic` and
`severe_toxic` do; or the program prints how many labels a row has.

**Why it hurts.** The numbers of a softmax sum to 1: they are the chances of *one* answer out of several. Two labels
that are both right can get at most one half each, and a row without any label cannot be said at all.

**Example.**

```python
import keras
from sklearn.datasets import make_multilabel_classification

x, y = make_multilabel_classification(1000, 20, n_classes=3)
model = keras.Sequential([keras.Input((20,)), keras.layers.Dense(3, activation="softmax")])  # ← here
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20)
```

**Instead.**

```python
import keras
from sklearn.datasets import make_multilabel_classification

x, y = make_multilabel_classification(1000, 20, n_classes=3)
model = keras.Sequential([keras.Input((20,)), keras.layers.Dense(3, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text, argument_at
from autograder.anatomy.training import Data
from autograder.rules import asking, targets
from autograder.rules.looks.several import are_several
from autograder.rules.rule import Fault, Faults, Level, Rule

_TOGETHER = frozenset({"toxic", "severe_toxic"})  # of the comments on Wikipedia: what is one is the other as well


def _look(program: Program) -> Faults:
    for model in program.models:
        for head, _, event in asking.trained_heads(model):
            if head.function == "softmax" and head.units != 1:
                known = any(_several(data) for data in targets.of(model, event, head.number))
                if known or (len(model.anatomy.outputs) == 1 and _shown(program.text, model)):
                    yield _fault(model, head)


def _fault(model: ModelSource, head: asking.Head) -> Fault:
    name = asking.layer_name(model, head.layer)
    return asking.at(
        model, head.at, f"A row may have several labels, but the softmax of {name} shares one among them."
    )


def _several(data: Data) -> bool:
    """Whether a row may hold several ones: by the call that makes it, by what is written there, or by its columns."""
    drawn = data.origin in {"numpy.random.randint", "numpy.random.integers"} and not data.steps
    wide = data.shape is not None and len(data.shape) == 2 and data.shape[1] not in (1, None)
    return (
        bool(data.done("multi_hot")) or _hold_together(data) or (drawn and wide and data.given.get("range") == (0, 1))
    )


def _hold_together(data: Data) -> bool:
    """Whether these are columns of which one says the other, and neither the largest is asked for, nor shares."""
    chosen = data.done("unknown", "encoded", "divide") or (data.steps and data.steps[0].name == "part")
    return isinstance(data.part, tuple) and not chosen and set(data.part) >= _TOGETHER


def _shown(text: Text, model: ModelSource) -> bool:
    """Whether the text shows that the targets of a model hold several labels in a row."""
    places = [fit.place for fit in model.training.fits]
    given = [(argument_at(call, 1, "y"), call) for call in text.calls({"fit"}) if text.place(call) in places]
    return any(isinstance(answers, ast.expr) and are_several(text, answers, call) for answers, call in given)


RULE = Rule(
    level=Level.WARNING,
    title="a softmax, where several labels may be right",
    instead="End in sigmoid, and train with binary_crossentropy: each label by itself.",
    program=_look,
    exact=True,
    about=("activation",),
)
