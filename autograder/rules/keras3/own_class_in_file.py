"""# A class or function that the file does not hold

**What it sees.** A model with a layer or a model class of the author's own, or one that is compiled with a loss or a
metric of the author's own, is saved, and `load_model` reads that file without being told of the class or function.

Or a layer class that leaves its settings to Keras has an `__init__` without `**kwargs`.

**Why it hurts.** A `.keras` file holds the name of a class and its settings, not its code. Keras looks the name up
among its own classes and those that were registered, and stops with *Could not locate class*, even where the class
stands in the same program.

**Example.**

```python
import keras

class Double(keras.layers.Layer):
    def call(self, x):
        return 2 * x

model = keras.Sequential([keras.Input((2,)), Double(), keras.layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")  # ← here
```

**Instead.**

```python
import keras

@keras.saving.register_keras_serializable()
class Double(keras.layers.Layer):
    def call(self, x):
        return 2 * x

model = keras.Sequential([keras.Input((2,)), Double(), keras.layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a class or function that the file does not hold",
    instead="Register it, @keras.saving.register_keras_serializable(), or pass custom_objects; take **kwargs.",
    misuses=("own", "closed"),
)
