"""# A divergence that is made large

**What it sees.** The divergence of a variational autoencoder, written out as `1 + log_var - mean ** 2 -
exp(log_var)`, reaches the loss without the minus that belongs to it.

**Why it hurts.** Training makes the loss small. With the wrong sign it makes the divergence large, which has no
bound: the codes run away from the normal distribution from which new codes are drawn later, and the loss falls
without end.

**Example.**

```python
import keras
from keras import ops

class Sampling(keras.layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        kl = 0.5 * ops.sum(1 + log_var - ops.square(mean) - ops.exp(log_var), axis=-1)  # ← here
        self.add_loss(ops.mean(kl))
        return mean + ops.exp(0.5 * log_var) * keras.random.normal(ops.shape(mean))
```

**Instead.**

```python
import keras
from keras import ops

class Sampling(keras.layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        kl = -0.5 * ops.sum(1 + log_var - ops.square(mean) - ops.exp(log_var), axis=-1)
        self.add_loss(ops.mean(kl))
        return mean + ops.exp(0.5 * log_var) * keras.random.normal(ops.shape(mean))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a divergence that is made large",
    instead="Give the divergence its minus, -0.5 * sum(1 + log_var - mean ** 2 - exp(log_var)), and add it.",
    misuses=("divergence",),
    exact=True,
)
