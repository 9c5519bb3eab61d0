"""# Twins that share nothing

**What it sees.** Two inputs that are made in the same way, with names that are a pair, such as `left` and `right` or
`anchor` and `positive`, go through two networks that one function makes, or through a function that makes new layers
in each call; and the distance of the two codes is taken. Towers of different forms, or for things of different kinds,
are left alone.

**Why it hurts.** A Siamese network is one network that is used twice. Two networks with weights of their own put the
same picture at two places, and their distance says nothing about likeness: it has to be learned from pairs, twice as
many weights, and the answer changes when the two change sides.

**Example.**

```python
import keras
from keras import layers, ops

def encoder():
    image = keras.Input((28, 28, 1))
    return keras.Model(image, layers.Dense(32)(layers.Flatten()(image)))

left, right = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
code_left = encoder()(left)
code_right = encoder()(right)  # ← here
distance = ops.abs(code_left - code_right)
model = keras.Model([left, right], layers.Dense(1, activation="sigmoid")(distance))
```

**Instead.**

```python
import keras
from keras import layers, ops

def encoder():
    image = keras.Input((28, 28, 1))
    return keras.Model(image, layers.Dense(32)(layers.Flatten()(image)))

left, right = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
shared = encoder()
code_left = shared(left)
code_right = shared(right)
distance = ops.abs(code_left - code_right)
model = keras.Model([left, right], layers.Dense(1, activation="sigmoid")(distance))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="twins that share nothing",
    instead="Make the network once, and call it on both inputs.",
    misuses=("twins",),
    exact=True,
)
