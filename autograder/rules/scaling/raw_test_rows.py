"""# Test rows that were not scaled

**What it sees.** A model is trained on rows that were scaled, and asked for, or tested on, rows of the same data that
were not.

**Why it hurts.** The first layer has learned what numbers of about 1 mean. It gets hundreds instead, every unit goes
to an end, and the answers have nothing to do with the rows. The training looks well; only the test is bad.

**Example.**

```python
import keras
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
x_train, x_test, y_train, y_test = train_test_split(data.data, data.target)
x_train = StandardScaler().fit_transform(x_train)
model = keras.Sequential([keras.Input((30,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=20)
model.evaluate(x_test, y_test)  # ← here
```

**Instead.**

```python
import keras
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
x_train, x_test, y_train, y_test = train_test_split(data.data, data.target)
scaler = StandardScaler()
x_train, x_test = scaler.fit_transform(x_train), scaler.transform(x_test)
model = keras.Sequential([keras.Input((30,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=20)
model.evaluate(x_test, y_test)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from autograder.anatomy.training import Data, Use
from autograder.anatomy.unknown import Place
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource

_ASKED = frozenset({"evaluate", "predict", "predict_on_batch"})
_KEEPS = frozenset(
    {"reshape", "astype", "expand_dims", "values", "to_numpy", "rows", "split", "data", "drop", "copy"}
)


def _look(model: ModelSource) -> Iterator[Fault]:
    if len(model.training.fits) != 1:
        return
    fit = model.training.fits[0]
    checked = fit.validation_data[0] if isinstance(fit.validation_data, tuple) and fit.validation_data else None
    asked: list[tuple[Any, Place | None]] = [(checked, fit.place)]
    asked += [
        (event.arguments.get("x"), event.place)
        for event in model.training.events
        if isinstance(event, Use) and event.method in _ASKED
    ]
    for other, place in asked:
        if isinstance(fit.x, Data) and isinstance(other, Data) and _raw_beside(other, fit.x):
            yield Fault("The model was trained on scaled rows, and these are not scaled.", place)


def _raw_beside(other: Data, trained: Data) -> bool:
    """Whether rows of the same data were scaled in one place, and surely not in the other."""
    scaled = trained.done("scaler") or [step for step in trained.done("divide") if step.what in (255, 255.0)]
    same = (other.origin, other.source) == (trained.origin, trained.source)
    return bool(scaled) and same and {step.name for step in other.steps} <= _KEEPS and not trained.done("unknown")


RULE = Rule(
    level=Level.WARNING,
    title="test rows that were not scaled",
    instead="Call transform of the same scaler for the test rows, or divide them by the same number.",
    model=_look,
    exact=True,
)
