"""# Results under the wrong names

**What it sees.** What `evaluate`, `test_on_batch` or `train_on_batch` gives is taken apart with the accuracy first,
or with two metrics in another order than in `compile`; or its first number is printed as the accuracy.

**Why it hurts.** The first number is the loss, and the metrics follow in the order of `compile`. A loss of 0.3 is
reported as an accuracy of 30%, and one of 2.3 as 230%.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=10)
accuracy, loss = model.evaluate(x_test, y_test)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=10)
loss, accuracy = model.evaluate(x_test, y_test)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="results under the wrong names",
    instead="Take the loss first, and then the metrics in the order of compile; or ask for return_dict=True.",
    misuses=("named",),
    exact=True,
)
