"""# Layer that Keras 3 no longer has

**What it sees.** A layer from Keras 1 or 2 that Keras 3 does not know: `Merge` and `merge`, `CuDNNLSTM`,
`LocallyConnected2D`, `TimeDistributedDense`, `AtrousConvolution2D`, `Deconvolution2D`, …

**Why it hurts.** The import fails, or the name is not found in `keras.layers`.

**Example.**

```python
from keras import Sequential, layers

model = Sequential([
    layers.Input((20, 3)),
    layers.CuDNNLSTM(8),  # ← here
    layers.Dense(1),
])
```

**Instead.**

```python
from keras import Sequential, layers

model = Sequential([
    layers.Input((20, 3)),
    layers.LSTM(8),
    layers.Dense(1),
])
```
"""

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="layer that Keras 3 no longer has",
    instead="Use the layer that took its place, or write a layer of your own.",
    program=lambda program: spelt.gone(program, "layer"),
)
