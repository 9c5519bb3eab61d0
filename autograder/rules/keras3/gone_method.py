"""# Method that Keras 3 no longer has

**What it sees.** A call of `fit_generator`, `evaluate_generator`, `predict_generator`, `predict_classes`,
`predict_proba`, `to_yaml` or `reset_states` of a model.

**Why it hurts.** Keras 3 raises an `AttributeError`, often after the training is done. `fit`, `evaluate` and
`predict` take generators; classes are the largest of the probabilities that `predict` gives, or those above one half.

**Example.**

```python
import numpy as np
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
print(model.predict_classes(np.zeros((2, 4))))  # ← here
```

**Instead.**

```python
import numpy as np
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
print(model.predict(np.zeros((2, 4))).argmax(axis=-1))
```
"""

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="method that Keras 3 no longer has",
    instead="Call the method that took its place.",
    program=lambda program: spelt.gone(program, "method"),
)
