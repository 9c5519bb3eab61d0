"""# A rate that compounds

**What it sees.** The function of a `LearningRateScheduler` takes the epoch and the rate, and returns the rate times a
power, or another function, of the epoch.

**Why it hurts.** Keras gives the function the rate that it has now, which the epochs before have made smaller
already. `rate * 0.9**epoch` is meant to be 0.9 to the tenth in epoch 10; it is 0.9 to the 55th, and the training
stands still.

**Example.**

```python
import keras

def slower(epoch, rate):
    return rate * 0.9**epoch  # ← here

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, targets, epochs=20, callbacks=[keras.callbacks.LearningRateScheduler(slower)])
```

**Instead.**

```python
import keras

def slower(epoch, rate):
    return 0.001 * 0.9**epoch

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, targets, epochs=20, callbacks=[keras.callbacks.LearningRateScheduler(slower)])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a rate that compounds",
    instead="Multiply the first rate by the power, or the present rate by the same factor in each epoch.",
    misuses=("compounds",),
    exact=True,
)
