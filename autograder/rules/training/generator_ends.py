"""# A generator that ends

**What it sees.** A generator of the author's goes through its rows once, without `while True`, and `fit` trains for
several epochs on it.

**Why it hurts.** After the first epoch the generator has nothing more to give. Keras warns that the input ran out of
data, and the epochs that follow train on nothing.

**Example.**

```python
import keras

def batches(x, y):
    for start in range(0, len(x), 32):
        yield x[start : start + 32], y[start : start + 32]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(batches(x, y), epochs=10)  # ← here
```

**Instead.**

```python
import keras

def batches(x, y):
    while True:
        for start in range(0, len(x), 32):
            yield x[start : start + 32], y[start : start + 32]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(batches(x, y), epochs=10, steps_per_epoch=len(x) // 32)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a generator that ends",
    instead="Let it begin again, `while True:`, and say how many batches an epoch has.",
    misuses=("once",),
)
