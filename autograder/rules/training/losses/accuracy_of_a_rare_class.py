"""# Accuracy beside a rare class

**What it sees.** A classifier whose only metric is the accuracy, in a program that says that at most three rows in a
hundred are of one class: in a comment, by the shares that `make_classification` draws, or by the file
`creditcard.csv`. It is silent as soon as the program weights or draws the classes, or measures anything else.

**Why it hurts.** A model that never finds the rare class is right on all other rows. Its accuracy of 99.8% says how
rare the class is, and nothing about the model.

**Example.**

```python
import keras
import pandas as pd

table = pd.read_csv("creditcard.csv")
x, y = table.drop(columns="Class").values, table["Class"].values
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])  # ← here
model.fit(x, y, epochs=20, validation_split=0.2)
```

**Instead.**

```python
import keras
import pandas as pd

table = pd.read_csv("creditcard.csv")
x, y = table.drop(columns="Class").values, table["Class"].values
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=[keras.metrics.AUC(curve="PR")])
model.fit(x, y, epochs=20, validation_split=0.2)
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, keyword
from autograder.rules.looks.scopes import written
from autograder.rules.rule import Found, Level, Rule

_RARE = 0.03
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d+)?) ?(?:%|percent|per cent)")
_AMONG = re.compile(r"(\d[\d,_]*) [a-z ]{0,30}(?:of|among|in|out of) [a-z ]{0,12}?(\d[\d,_]{2,})")
_FEW = re.compile(
    r"fraud|rare|positive|anomal|minority|\bones\b|defect|sick|attack|(?<!by )default|churn|intrusion|fails|class 1",
    re.I,
)
_LOOKS_CLOSER = re.compile(
    r"auc|precision|recall|f1|confusion|classification_report|roc_|matthews|kappa|balanced|fbeta|sensitiv|specificity|"
    r"class_weight|sample_weight|SMOTE|resampl|oversampl|undersampl|\.sample\(|focal|positives|negatives|choice\(",
    re.I,
)  # fmt: skip


def _look(text: Text) -> Found:
    """``metrics=["accuracy"]``, where one row in a hundred is of the class that is looked for."""
    crossed = [call for call in text.calls({"compile"}) if "crossentropy" in ast.unparse(call).lower()]
    judged = [call for call in crossed if _is_accuracy(keyword(call, "metrics"))]
    if not judged or _LOOKS_CLOSER.search(text.whole):
        return
    share = _rare(text)
    metrics = keyword(judged[0], "metrics")
    if share and metrics is not None:
        said = f"The program says that {share}, and it measures accuracy alone"
        yield f"{said}: to find none of them at all is nearly always right.", metrics


def _is_accuracy(metrics: ast.expr | None) -> bool:
    """Whether accuracy is the only metric."""
    listed = metrics.elts if isinstance(metrics, ast.List | ast.Tuple) else []
    return bool(listed) and all("acc" in ast.unparse(one).lower() for one in listed)


def _rare(text: Text) -> str:
    """What a program says about how rare a class is: by a known file, the shares that it draws, or a comment."""
    if "creditcard.csv" in text.whole:
        return "it reads creditcard.csv, where 0.17% of the rows are fraud"
    for call in text.calls({"make_classification"}):
        weights = keyword(call, "weights")
        parts = weights.elts if isinstance(weights, ast.List | ast.Tuple) else []
        shares = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, float)]
        if shares and max(shares) >= 1 - _RARE:
            return f"{max(shares):.4g} of the rows are of one class"
    for line in written(text).splitlines():
        comment = line.partition("#")[2]
        percent = _PERCENT.search(comment)
        among = _AMONG.search(comment)
        if percent and float(percent[1].replace(",", ".")) <= 100 * _RARE and _FEW.search(comment):
            return f"{percent[0].strip()} are of one class"
        if among and _FEW.search(comment):
            few, every = (float(number.replace(",", "").replace("_", "")) for number in (among[1], among[2]))
            if 0 < few <= _RARE * every:
                return f"{among[1]} of {among[2]} are of one class"
    return ""


RULE = Rule(
    level=Level.WARNING,
    title="accuracy beside a rare class",
    instead="Measure what finds the rare class: keras.metrics.AUC(curve='PR'), Precision and Recall.",
    text=_look,
    exact=True,
    learn="loss-and-metrics#claim-accuracy-unbalanced",
)
