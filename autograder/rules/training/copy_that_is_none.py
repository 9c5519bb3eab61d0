"""# A copy that is none

**What it sees.** A model gets a second name by an assignment, and is then treated as a second model: its weights are
set to those of the first one, or it is kept as the best one in a loop that goes on with training.

**Why it hurts.** An assignment copies nothing: both names mean one model. A target network that is the network itself
never waits behind it, and the best model of a search is always the last one.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
target = model  # ← here
for step in range(10):
    model.train_on_batch(x, y)
    target.set_weights(model.get_weights())
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.compile(loss="mse", optimizer="adam")
target = keras.models.clone_model(model)
for step in range(10):
    model.train_on_batch(x, y)
    target.set_weights(model.get_weights())
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a copy that is none",
    instead="Make a second model, with clone_model and set_weights, or keep model.get_weights().",
    misuses=("copy",),
    exact=True,
)
