"""# A new model in each epoch

**What it sees.** A loop over epochs makes a model, and trains it, in each round; or a function that takes
one step makes its optimizer.

**Why it hurts.** Each round begins with new random weights. What the last one learned is thrown away, and the curve
over the rounds shows nothing but the luck of the start.

**Example.**

```python
import keras

for epoch in range(10):
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    model.fit(x, y, epochs=1)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.NOTE,
    title="a new model in each epoch",
    instead="Make the model before the loop; better still, let fit count the epochs.",
    misuses=("renewed",),
)
