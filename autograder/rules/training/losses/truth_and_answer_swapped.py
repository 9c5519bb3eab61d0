"""# Truth and answer swapped

**What it sees.** A score of scikit-learn is given what the model predicts first, and the truth second.

**Why it hurts.** These functions take the truth first, and are not the same both ways. Swapped, `precision_score`
gives the recall, `r2_score` divides by the spread of the answers, a confusion matrix lies on its side, and
`roc_auc_score` stops. Only accuracy and the mean errors do not care.

**Example.**

```python
import keras
from sklearn.metrics import r2_score

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)
guess = model.predict(x_test)
print(r2_score(guess, y_test))  # ← here
```

**Instead.**

```python
import keras
from sklearn.metrics import r2_score

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)
guess = model.predict(x_test)
print(r2_score(y_test, guess))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called
from autograder.rules.looks.dataflow import sources
from autograder.rules.rule import Found, Level, Rule

_SCORES = frozenset({
    "r2_score", "explained_variance_score", "precision_score", "recall_score", "fbeta_score", "roc_auc_score",
    "average_precision_score", "roc_curve", "precision_recall_curve", "log_loss", "confusion_matrix",
    "classification_report", "precision_recall_fscore_support", "mean_absolute_percentage_error",
})  # fmt: skip
_ANSWERS = frozenset({"predict", "predict_generator", "predict_on_batch", "predict_classes", "predict_proba"})


def _look(text: Text) -> Found:
    for call in text.calls(_SCORES):
        of_tensorflow = ast.unparse(call.func).startswith(("tf.", "tensorflow.", "keras."))
        if of_tensorflow or len(call.args) < 2:
            continue
        first, second = (_is_answer(text, one, call) for one in call.args[:2])
        if first and not second:
            yield f"{called(call)} takes the truth first, and is given what the model predicts there.", call


def _is_answer(text: Text, node: ast.expr, user: ast.AST) -> bool:
    """Whether a value is computed from what a model predicts."""
    return any(called(part) in _ANSWERS for part in sources(text, node, user))


RULE = Rule(
    level=Level.WARNING,
    title="truth and answer swapped",
    instead="Give the truth first: r2_score(y_test, guess).",
    text=_look,
    exact=True,
)
