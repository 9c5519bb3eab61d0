"""# Frozen before its first step

**What it sees.** A model as a whole is set to `trainable = False`, and then trained by itself for the first time: the
discriminator of many GANs that were written for older versions of Keras.

**Why it hurts.** Today's Keras looks at `trainable` when the first batch comes, not when `compile` is called. A
discriminator that was compiled first and frozen afterwards, to be part of a larger model, is frozen for its own
training too: it never learns, and the generator has nobody to fool.

**Example.**

```python
import keras

critic = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
critic.compile(loss="binary_crossentropy", optimizer="adam")
critic.trainable = False
artist = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
gan = keras.Sequential([artist, critic])
gan.compile(loss="binary_crossentropy", optimizer="adam")
for step in range(1000):
    critic.train_on_batch(x, y)  # ← here
    gan.train_on_batch(z, ones)
```

**Instead.**

```python
import keras

critic = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
critic.compile(loss="binary_crossentropy", optimizer="adam")
artist = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
gan = keras.Sequential([artist, critic])
gan.compile(loss="binary_crossentropy", optimizer="adam")
for step in range(1000):
    critic.trainable = True
    critic.train_on_batch(x, y)
    critic.trainable = False
    gan.train_on_batch(z, ones)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Fit, Trainable
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    if not model.training.complete:
        return
    frozen = False
    for event in model.training.events:
        if isinstance(event, Trainable):
            if not event.certain or event.value is True or event.layer != "model":
                frozen = False
            elif event.value is False:
                frozen = True
        elif isinstance(event, Fit):
            if frozen:
                yield Fault("The whole model is frozen when its first batch comes: it never learns.", event.place)
            return


RULE = Rule(
    level=Level.ERROR,
    title="frozen before its first step",
    instead="Set trainable to True before the model's own steps, and to False before those of the model around it.",
    model=_look,
)
