"""# A loss by its short name, in a file of the old format

**What it sees.** A model is compiled with `loss="mse"`, `"mae"` or another short name, it is saved to an `.h5` file,
and `load_model` reads that file again.

**Why it hurts.** The old format keeps the loss by the very name that it was given. Keras 3 looks for that name among
its classes and functions when it loads the model, finds `mean_squared_error` but not `mse`, and stops: the training
is over, and the file cannot be used.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
model.save("model.h5")
again = keras.models.load_model("model.h5")  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
model.save("model.keras")
again = keras.models.load_model("model.keras")
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a loss by its short name, in a file of the old format",
    instead="Save the model to `….keras`; a file that is there already is loaded with compile=False.",
    misuses=("short",),
)
