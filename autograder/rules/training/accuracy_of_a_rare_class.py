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

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="accuracy beside a rare class",
    instead="Measure what finds the rare class: keras.metrics.AUC(curve='PR'), Precision and Recall.",
    misuses=("rare",),
    exact=True,
)
