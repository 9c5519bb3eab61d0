"""# Noise that is never used

**What it sees.** A function draws random numbers with Keras or TensorFlow into a variable, and never reads it.

**Why it hurts.** What should be random is not: a variational autoencoder without its noise is an ordinary one whose
code has a penalty, and a layer without its noise does nothing. Often another variable with a like name was read.

**Example.**

```python
import keras

def sample(given):
    mean, log_variance = given
    epsilon = keras.random.normal(keras.ops.shape(mean))  # ← here
    return mean + keras.ops.exp(log_variance / 2)

code = keras.layers.Lambda(sample)
```

**Instead.**

```python
import keras

def sample(given):
    mean, log_variance = given
    epsilon = keras.random.normal(keras.ops.shape(mean))
    return mean + keras.ops.exp(log_variance / 2) * epsilon

code = keras.layers.Lambda(sample)
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, walk
from autograder.rules.rule import Found, Level, Rule

_DRAWS = re.compile(
    r"(K|backend|keras\.backend|tf|tensorflow|tf\.random|tensorflow\.random|random|keras\.random)"
    r"\.(random_)?(normal|uniform|truncated_normal|bernoulli)"
)


def _look(text: Text) -> Found:
    """``epsilon = K.random_normal(…)``, and nothing reads ``epsilon``."""
    for function in text.all(ast.FunctionDef):
        inside = list(walk(function))
        read = {node.id for node in inside if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        for one in inside:
            target = one.targets[0] if isinstance(one, ast.Assign) else None
            if not isinstance(one, ast.Assign) or not isinstance(one.value, ast.Call):
                continue
            drawn = _DRAWS.fullmatch(ast.unparse(one.value.func))
            if drawn and isinstance(target, ast.Name) and target.id not in read and "locals(" not in text.whole:
                yield f"{target.id} is drawn at random, and nothing reads it.", one.value


RULE = Rule(
    level=Level.ERROR,
    title="noise that is never used",
    instead="Read the variable that was drawn, or draw nothing.",
    text=_look,
)
