"""# A copy without the weights

**What it sees.** A model that has been trained or loaded is copied by `clone_model`, `from_config` or
`model_from_json`, and nothing ever gives the copy the weights of the original: no `set_weights`, no `load_weights`,
no training. Then it is asked for answers, or its weights are averaged with those of the original. A copy whose name
says that it is to be new is left alone.

**Why it hurts.** All these make a model of the same form, with new random weights. Its answers are guesses. In a slow
mean of the weights the random ones stay for long: after 500 steps at 0.999, they still are 60% of it.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, targets, epochs=20)
kept = keras.models.clone_model(model)  # ← here
model.fit(other_rows, other_targets, epochs=20)
print(kept.predict(rows) - model.predict(rows))
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, targets, epochs=20)
kept = keras.models.clone_model(model)
kept.set_weights(model.get_weights())
model.fit(other_rows, other_targets, epochs=20)
print(kept.predict(rows) - model.predict(rows))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a copy without the weights",
    instead="Give the copy the weights at once: copy.set_weights(model.get_weights()).",
    misuses=("weightless",),
    exact=True,
)
