"""# The new state is thrown away

**What it sees.** A program with JAX calls `stateless_call(…, training=True)`, `stateless_apply` or another function
whose name begins with `stateless_`, or `update` of an optimizer of optax, and a part of what comes back is never
read: there, where a function hands it on, or where a gradient with `has_aux=True` gives it.

**Why it hurts.** These functions change nothing in place. What is not handed to the next step never happened: the
averages of a batch norm stay at 0 and 1, so that `predict` is far off; a dropout drops the same units in every step;
Adam begins anew each time, without its moments.

**Example.**

```python
import jax
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.BatchNormalization(), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()

def loss_of(weights, others, x, y):
    answers, others = model.stateless_call(weights, others, x, training=True)
    return keras.ops.mean((answers - y) ** 2), others

slopes_of = jax.value_and_grad(loss_of, has_aux=True)

def step(weights, others, slots, x, y):
    (loss, _), slopes = slopes_of(weights, others, x, y)  # ← here
    weights, slots = optimizer.stateless_apply(slots, slopes, weights)
    return weights, others, slots
```

**Instead.**

```python
import jax
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.BatchNormalization(), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()

def loss_of(weights, others, x, y):
    answers, others = model.stateless_call(weights, others, x, training=True)
    return keras.ops.mean((answers - y) ** 2), others

slopes_of = jax.value_and_grad(loss_of, has_aux=True)

def step(weights, others, slots, x, y):
    (loss, others), slopes = slopes_of(weights, others, x, y)
    weights, slots = optimizer.stateless_apply(slots, slopes, weights)
    return weights, others, slots
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the new state is thrown away",
    instead="Give a name to all that comes back, return it, and hand it to the next step.",
    misuses=("state",),
)
