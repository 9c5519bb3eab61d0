"""# Predictions in another order than the labels

**What it sees.** A model predicts the images of a generator that shuffles, as `flow_from_directory` does by default,
and the predictions are compared with the generator's `.classes`.

**Why it hurts.** `.classes` has the labels in the order of the files, the predictions come in the shuffled order.
Each prediction is compared with the label of another image: the accuracy is that of guessing, however good the model.

**Example.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from sklearn.metrics import confusion_matrix

read = ImageDataGenerator(rescale=1 / 255)
test = read.flow_from_directory("test", target_size=(64, 64))
model = keras.saving.load_model("model.keras")
guess = model.predict(test).argmax(axis=1)
print(confusion_matrix(test.classes, guess))  # ← here
```

**Instead.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from sklearn.metrics import confusion_matrix

read = ImageDataGenerator(rescale=1 / 255)
test = read.flow_from_directory("test", target_size=(64, 64), shuffle=False)
model = keras.saving.load_model("model.keras")
guess = model.predict(test).argmax(axis=1)
print(confusion_matrix(test.classes, guess))
```
"""

from __future__ import annotations

from autograder.anatomy.source import Program
from autograder.anatomy.training import Data
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(program: Program) -> Faults:
    asked = [use for model in program.models for use in model.training.uses("predict", "predict_generator")]
    given = [use.arguments.get("x") for use in asked]
    predicted = {data.place if isinstance(data, Data) else None for data in given}
    told = {met.place for met in program.misuses if met.kind == "shuffled"}
    lines = {(place.cell, place.line) for place in told}
    for met in program.comparisons:
        mine = predicted == {met.data.place} and (met.place.cell, met.place.line) not in lines
        if mine and met.data.given.get("shuffle", True) is True:
            said = "The generator shuffles, but .classes is in the order of the files"
            yield Fault(f"{said}: each prediction is compared with the label of another image.", met.place)


RULE = Rule(
    level=Level.WARNING,
    title="predictions in another order than the labels",
    instead="Read the images with shuffle=False.",
    program=_look,
    misuses=("shuffled",),
    exact=True,
)
