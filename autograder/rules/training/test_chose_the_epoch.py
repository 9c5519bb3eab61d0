"""# Test rows that chose the epoch

**What it sees.** Early stopping goes back to the weights that were best on rows called a test, and the model is then
evaluated on the same rows.

**Why it hurts.** Of many epochs the one is kept that happens to be best on these rows: their result is better than
that on rows which chose nothing. With many rows the difference is small, so it is a note. A validation set of its own
leaves the test for the end.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
model.fit(x_train, y_train, epochs=100, validation_data=(x_test, y_test), callbacks=[stop])
print(model.evaluate(x_test, y_test))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
model.fit(x_train, y_train, epochs=100, validation_split=0.2, callbacks=[stop])
print(model.evaluate(x_test, y_test))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.NOTE,
    title="test rows that chose the epoch",
    instead="Stop by a validation set of its own, and keep the test rows for the end.",
    misuses=("chosen",),
)
