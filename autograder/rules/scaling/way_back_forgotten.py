"""# The way back is forgotten

**What it sees.** A model that learned the logarithm of a column, or the scaled or divided column, and whose answers
are kept under the name of that column, or compared with the column itself, with nothing between that turns them
back. Also unchanged targets for `evaluate` or as validation data of such a model.

**Why it hurts.** The answers are logarithms, or of another unit: a price of 12 stands where 160,000 is meant.
Compared with the true numbers they are wrong by nearly all of them, however well the model learned.

**Example.**

```python
import keras
import numpy as np
import pandas as pd

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
y = np.log1p(train["price"])
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(train[["size", "year"]], y, epochs=20)
answers = model.predict(test[["size", "year"]]).ravel()
table = pd.DataFrame({"id": test["id"], "price": answers})  # ← here
```

**Instead.**

```python
import keras
import numpy as np
import pandas as pd

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
y = np.log1p(train["price"])
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(train[["size", "year"]], y, epochs=20)
answers = np.expm1(model.predict(test[["size", "year"]]).ravel())
table = pd.DataFrame({"id": test["id"], "price": answers})
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the way back is forgotten",
    instead="Turn the answers back with expm1, exp, inverse_transform or the factor before they are used.",
    misuses=("no way back",),
)
