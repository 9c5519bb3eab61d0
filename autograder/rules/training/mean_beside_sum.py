"""# A mean beside a sum in the loss of a variational autoencoder

**What it sees.** The loss is the reconstruction error plus the divergence of the code. The first is
`binary_crossentropy` or `mean_squared_error` as it is, which is a mean over the values of a row, and the second is a
sum over the code.

**Why it hurts.** In theory both are sums. The mean over 784 pixels is 784 times too small: the divergence wins, every
row gets the same code, and the decoder draws the mean of all images.

**Example.**

```python
import keras
from keras import ops

def vae_loss(x, decoded, z_mean, z_log_var):
    reconstruction = keras.losses.binary_crossentropy(x, decoded)  # ← here
    divergence = -0.5 * ops.sum(1 + z_log_var - ops.square(z_mean) - ops.exp(z_log_var), axis=-1)
    return ops.mean(reconstruction + divergence)
```

**Instead.**

```python
import keras
from keras import ops

def vae_loss(x, decoded, z_mean, z_log_var):
    reconstruction = 784 * keras.losses.binary_crossentropy(x, decoded)
    divergence = -0.5 * ops.sum(1 + z_log_var - ops.square(z_mean) - ops.exp(z_log_var), axis=-1)
    return ops.mean(reconstruction + divergence)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.NOTE,
    title="a mean beside a sum in the loss of a variational autoencoder",
    instead="Multiply the reconstruction by the number of values in a row, or choose a weight for the divergence.",
    misuses=("mean",),
)
