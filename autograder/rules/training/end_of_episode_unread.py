"""# The end of an episode that nobody reads

**What it sees.** A function of Q-learning computes `reward + gamma * max(…)` of what a network foretells. It is told
which steps were the last ones of their episode, by `done` or `terminal`, and never reads it. Tasks that have no end
are left alone.

**Why it hurts.** After the last step there is no reward. Without the mark the target counts on one that the network
makes up, which trains the network to make up more: the values of all steps grow, and losing costs nothing.

**Example.**

```python
import keras
import numpy as np

gamma = 0.99
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(2)])
model.compile(loss="mse", optimizer="adam")


def replay(states, actions, rewards, following, dones):
    best = model.predict(following).max(axis=1)
    values = model.predict(states)
    values[np.arange(len(states)), actions] = rewards + gamma * best  # ← here
    model.train_on_batch(states, values)
```

**Instead.**

```python
import keras
import numpy as np

gamma = 0.99
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(2)])
model.compile(loss="mse", optimizer="adam")


def replay(states, actions, rewards, following, dones):
    best = model.predict(following).max(axis=1)
    values = model.predict(states)
    values[np.arange(len(states)), actions] = rewards + (1 - dones) * gamma * best
    model.train_on_batch(states, values)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="the end of an episode that nobody reads",
    instead="Multiply what follows by 1 - done.",
    misuses=("end",),
    exact=True,
)
