"""# Answers in another order

**What it sees.** `predict` runs over a generator of `flow_from_directory` that shuffles, which is its default, and
the program asks for the generator's `.classes`, which are in the order of the files.

**Why it hurts.** Answer and label belong to different pictures. A perfect model scores at chance level, in the
confusion matrix and in every report made from it, while `evaluate` on the same generator is right.

**Example.**

```python
import keras
from sklearn.metrics import confusion_matrix
from tensorflow.keras.preprocessing.image import ImageDataGenerator

model = keras.saving.load_model("model.keras")
test = ImageDataGenerator(rescale=1 / 255).flow_from_directory("test", class_mode="categorical")
answers = model.predict(test).argmax(axis=1)
print(confusion_matrix(test.classes, answers))  # ← here
```

**Instead.**

```python
import keras
from sklearn.metrics import confusion_matrix
from tensorflow.keras.preprocessing.image import ImageDataGenerator

model = keras.saving.load_model("model.keras")
test = ImageDataGenerator(rescale=1 / 255).flow_from_directory("test", class_mode="categorical", shuffle=False)
answers = model.predict(test).argmax(axis=1)
print(confusion_matrix(test.classes, answers))
```
"""

from __future__ import annotations

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="answers in another order",
    instead="Read the test files with `shuffle=False`.",
    program=lambda program: spelt.misused(program, "order"),
)
