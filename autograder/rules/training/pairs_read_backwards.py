"""# Pairs that the loss reads backwards

**What it sees.** A network is trained on pairs whose label 1 says that both are of the same kind, with a contrastive
loss that pushes the pairs with 1 apart; or the label 1 says that they differ, and the loss pulls those together. The
doctor follows the loss with numbers, and the labels to where the pairs are compared or to their name.

**Why it hurts.** The network learns the opposite of a distance: two of one kind end far from each other, and all
others in one place.

**Example.**

```python
import keras
import numpy as np

def contrastive_loss(y_true, distance):
    far = keras.ops.square(keras.ops.maximum(1.0 - distance, 0.0))
    return keras.ops.mean((1.0 - y_true) * keras.ops.square(distance) + y_true * far)  # ← here

same = (kinds[first] == kinds[second]).astype("float32")
net = keras.Model([a, b], distance_of(tower(a), tower(b)))
net.compile(optimizer="adam", loss=contrastive_loss)
net.fit([x[first], x[second]], same)
```

**Instead.**

```python
import keras
import numpy as np

def contrastive_loss(y_true, distance):
    far = keras.ops.square(keras.ops.maximum(1.0 - distance, 0.0))
    return keras.ops.mean(y_true * keras.ops.square(distance) + (1.0 - y_true) * far)

same = (kinds[first] == kinds[second]).astype("float32")
net = keras.Model([a, b], distance_of(tower(a), tower(b)))
net.compile(optimizer="adam", loss=contrastive_loss)
net.fit([x[first], x[second]], same)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="pairs that the loss reads backwards",
    instead="Let the square of the distance count for pairs of one kind, and the margin for all others.",
    misuses=("pairs reversed",),
    exact=True,
)
