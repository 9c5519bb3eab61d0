"""# Probabilities scored as classes

**What it sees.** A function of scikit-learn that compares classes, such as `accuracy_score` or `confusion_matrix`, is
given what `predict` gives; or one-hot labels beside numbers of classes. Or `StratifiedKFold` is given one-hot labels.

**Why it hurts.** `predict` gives probabilities, and scikit-learn stops with *Classification metrics can't handle a
mix of* two forms of targets. What is compared must be the number of a class on both sides.

**Example.**

```python
import keras
from sklearn.metrics import accuracy_score

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
print(accuracy_score(y_test, model.predict(x_test)))  # ← here
```

**Instead.**

```python
import keras
from sklearn.metrics import accuracy_score

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
print(accuracy_score(y_test, model.predict(x_test)[:, 0] > 0.5))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.networks import is_network
from autograder.rules.rule import Found, Level, Rule

_COMPARES = frozenset({
    "accuracy_score", "confusion_matrix", "classification_report", "f1_score", "precision_score", "recall_score",
    "cohen_kappa_score", "balanced_accuracy_score", "matthews_corrcoef",
})  # fmt: skip
_FOLDS = frozenset({"StratifiedKFold", "StratifiedShuffleSplit", "RepeatedStratifiedKFold"})
_ONE_HOT = frozenset({"to_categorical", "get_dummies"})
_CHOOSES = frozenset({"argmax", "predict_classes"})


def _look(text: Text) -> Found:
    """``accuracy_score(y, model.predict(x))``."""
    for call in text.calls(_COMPARES) if "sklearn" in text.whole else ():
        sides = [argument_at(call, 0, "y_true", "y1"), argument_at(call, 1, "y_pred", "y2")]
        made = [unfolded(text, side, call) for side in sides if side is not None]
        if any(_is_answer(text, value) for value in made):
            yield f"predict gives probabilities, and {called(call)} compares classes.", call
        elif any(called(value) in _ONE_HOT for value in made) and any(called(value) in _CHOOSES for value in made):
            yield f"{called(call)} is given one-hot rows on one side, and numbers of classes on the other.", call
    for call in text.calls({"split"}):
        folds, labels = getattr(call.func, "value", None), argument_at(call, 1, "y")
        splitter = text.resolved(folds) if isinstance(folds, ast.expr) else None
        if called(splitter) in _FOLDS and labels is not None and called(unfolded(text, labels, call)) in _ONE_HOT:
            yield f"{called(splitter)} wants the number of each row's class, and these are one-hot rows.", call


def _is_answer(text: Text, node: ast.expr) -> bool:
    """``model.predict(x)`` of a model of Keras."""
    owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
    if not isinstance(node, ast.Call) or called(node) != "predict" or not isinstance(owner, ast.Name):
        return False
    return is_network(text, owner, node)


RULE = Rule(
    level=Level.ERROR,
    title="probabilities scored as classes",
    instead="Cut them at 0.5, or take argmax(axis=1), and compare numbers of classes.",
    text=_look,
)
