"""# Test rows that chose the settings

**What it sees.** A loop over a grid or over numbers trains a model for each, asks it about the test rows and keeps
the best; or a tuner or Optuna does so. No other rows are asked about anywhere in the program. Loops over seeds or
folds are left alone.

**Why it hurts.** The best of many results on the same rows is the best by luck, too: of fifty models that only guess
one looks good. What is printed is no test any more.

**Example.**

```python
import keras

best = 0
for units in (8, 32, 128, 512):
    model = keras.Sequential([
        keras.layers.Dense(units, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=20)
    accuracy = model.evaluate(x_test, y_test)[1]  # ← here
    if accuracy > best:
        best, best_units = accuracy, units
print(best_units, best)
```

**Instead.**

```python
import keras

best = 0
for units in (8, 32, 128, 512):
    model = keras.Sequential([
        keras.layers.Dense(units, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=20)
    accuracy = model.evaluate(x_val, y_val)[1]
    if accuracy > best:
        best, best_model = accuracy, model
print(best_model.evaluate(x_test, y_test))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="test rows that chose the settings",
    instead="Choose by validation rows, and ask about the test rows once, at the end.",
    misuses=("settings",),
    exact=True,
)
