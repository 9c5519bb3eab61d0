"""# The gradient is stopped at the wrong end

**What it sees.** A straight-through estimator is the wrong way round: `codes + stop_gradient(z - codes)`, where
the codes are made of z by a function without slope, such as `argmin`, `round` or a comparison; or with a sign that
turns the gradient round. In a loss of two views, the answer of the `predictor` is stopped, and not the code of the
other view. Under a tape, all that the loss reads of a model is stopped. `detach()` of PyTorch counts as well.

**Why it hurts.** `stop_gradient` keeps the value and takes the gradient. With `codes + stop_gradient(z - codes)` the
values of the codes cancel out: what follows reads z, as if nothing had been rounded, and the gradient goes to the
codes, from which no way leads to z. The layers before learn nothing of the loss behind.

**Example.**

```python
import keras
from keras import ops

class Rounded(keras.layers.Layer):
    def call(self, z):
        codes = ops.round(z)
        return codes + ops.stop_gradient(z - codes)  # ← here
```

**Instead.**

```python
import keras
from keras import ops

class Rounded(keras.layers.Layer):
    def call(self, z):
        codes = ops.round(z)
        return z + ops.stop_gradient(codes - z)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the gradient is stopped at the wrong end",
    instead="Stop what the gradient is not to reach: z + stop_gradient(codes - z) has the value of the codes and the "
    "gradient of z.",
    misuses=("stopped",),
    exact=True,
)
