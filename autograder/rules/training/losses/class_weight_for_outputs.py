"""# Class weights for several outputs

**What it sees.** `fit` is given `class_weight`, and the model has several outputs, or one that names a class in
several places: for each pixel or each step. Or the classes have names where Keras looks for numbers, or there is no
dictionary at all, but a word such as `"auto"`, or what scikit-learn's `compute_class_weight` gives.

**Why it hurts.** Keras stops before the first batch: a class weight becomes one weight for each row, and it would not
know which output or which place the class of a row belongs to. A weight for each row and output, `sample_weight`,
says it.

**Example.**

```python
import keras
import numpy as np

x, sick, ward = np.random.rand(32, 4), np.zeros(32), np.zeros(32)
inputs = keras.Input((4,))
outputs = [keras.layers.Dense(1, activation="sigmoid")(inputs), keras.layers.Dense(3, activation="softmax")(inputs)]
model = keras.Model(inputs, outputs)
model.compile(loss=["binary_crossentropy", "sparse_categorical_crossentropy"], optimizer="adam")
model.fit(x, [sick, ward], class_weight={0: 1, 1: 9})  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x, sick, ward = np.random.rand(32, 4), np.zeros(32), np.zeros(32)
inputs = keras.Input((4,))
outputs = [keras.layers.Dense(1, activation="sigmoid")(inputs), keras.layers.Dense(3, activation="softmax")(inputs)]
model = keras.Model(inputs, outputs)
model.compile(loss=["binary_crossentropy", "sparse_categorical_crossentropy"], optimizer="adam")
model.fit(x, [sick, ward], sample_weight=[np.where(sick == 1, 9, 1), np.ones(32)])
```
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, called, constant, keyword
from autograder.anatomy.unknown import is_known
from autograder.rules import sizes
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_LISTS = frozenset({"compute_class_weight", "list", "tolist", "array", "asarray"})


def _look(model: ModelSource) -> Faults:
    count, answer = len(model.anatomy.outputs), shapes(model.anatomy)[model.anatomy.outputs[0]]
    for fit in model.training.fits:
        weights = fit.arguments.get("class_weight")
        if not fit.certain or fit.guarded or not isinstance(weights, Mapping) or not is_known(list(weights)):
            continue
        if count > 1:
            yield Fault(f"Keras takes class_weight for one output only, and this model has {count}.", fit.place)
        elif any(isinstance(key, str) for key in weights):
            yield Fault(
                "The keys of class_weight are the numbers of the classes: Keras looks for no names.", fit.place
            )
        elif answer is not None and len(answer) > 1:
            said = "Keras takes class_weight for one class a row, and a row's answer has the shape"
            yield Fault(f"{said} {sizes.shown(answer)}.", fit.place)


def _no_dictionary(text: Text) -> Found:
    """``fit(…, class_weight="balanced")``, ``class_weight=compute_class_weight(…)``, and lists of weights."""
    for call in text.calls({"fit", "fit_generator"}):
        given = keyword(call, "class_weight")
        made = unfolded(text, given, call)
        word = isinstance(constant(made), str)
        owner = getattr(call.func, "value", None)
        listed = isinstance(made, ast.List) or (isinstance(made, ast.Call) and called(made) in _LISTS)
        if (word or listed) and isinstance(owner, ast.Name | ast.Attribute):
            yield "class_weight is a dictionary: the number of each class, and its weight.", call


RULE = Rule(
    level=Level.ERROR,
    title="class weights for several outputs",
    instead="Give a sample_weight for each output instead.",
    model=_look,
    text=_no_dictionary,
    about=("class_weight",),
)
