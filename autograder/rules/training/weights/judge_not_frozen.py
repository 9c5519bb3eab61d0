"""# The discriminator learns with the generator

**What it sees.** A model of a generator and a discriminator is compiled and trained, the discriminator is trained by
itself as well, and nothing in the program ever sets `trainable`.

**Why it hurts.** The combined model is told that made-up rows are real, so that the generator learns to deceive. With
its weights open the discriminator learns it, too: it calls everything real, and the generator has nothing to follow.

**Example.**

```python
import keras
import numpy as np
from keras import layers

generator = keras.Sequential([keras.Input((10,)), layers.Dense(4)])
judge = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
judge.compile(loss="binary_crossentropy", optimizer="adam")
gan = keras.Sequential([generator, judge])
gan.compile(loss="binary_crossentropy", optimizer="adam")  # ← here
for _ in range(1000):
    noise = np.random.normal(size=(32, 10))
    judge.train_on_batch(generator.predict(noise), np.zeros((32, 1)))
    gan.train_on_batch(noise, np.ones((32, 1)))
```

**Instead.**

```python
import keras
import numpy as np
from keras import layers

generator = keras.Sequential([keras.Input((10,)), layers.Dense(4)])
judge = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
judge.compile(loss="binary_crossentropy", optimizer="adam")
gan = keras.Sequential([generator, judge])
gan.compile(loss="binary_crossentropy", optimizer="adam")
for _ in range(1000):
    noise = np.random.normal(size=(32, 10))
    judge.trainable = True
    judge.train_on_batch(generator.predict(noise), np.zeros((32, 1)))
    judge.trainable = False
    gan.train_on_batch(noise, np.ones((32, 1)))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, owner_of
from autograder.rules.looks.words import ASKS
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``gan = Sequential([generator, judge])`` with a judge that is trained by itself, and never frozen."""
    if "trainable" in text.whole or "GradientTape" in text.whole or "train_step" in text.whole:
        return
    trained = {owner_of(call) for call in text.calls({"train_on_batch"})}
    compiled = {owner_of(call): call for call in text.calls({"compile"})}
    for name, call in compiled.items():
        inner = _parts(text, name)
        judges = [part for part in inner if part in trained and part in compiled]
        if (
            name in trained
            and len(inner) > 1
            and len(judges) == 1
            and inner[-1] == judges[0]
            and _makes_up(text, inner[0])
        ):
            judge = judges[0]
            said = f"{judge} learns in {name}, too, where its answers should be wrong"
            yield (
                f"{said}: set {judge}.trainable = False before {name} is trained, and True before {judge} is.",
                call,
            )


def _parts(text: Text, name: str) -> list[str]:
    """The models in a model that is made of others, in order."""
    made = [one.value for one in text.all(ast.Assign) if any(ast.unparse(target) == name for target in one.targets)]
    if len(made) != 1 or not isinstance(made[0], ast.Call):
        return []
    if called(made[0]) == "Sequential":
        listed = made[0].args[0].elts if made[0].args and isinstance(made[0].args[0], ast.List) else []
        added = [call.args[0] for call in text.calls({"add"})
                 if call.args and owner_of(call) == name]  # fmt: skip
        return [ast.unparse(part) for part in (*listed, *added) if isinstance(part, ast.Name | ast.Attribute)]
    outputs = argument_at(made[0], 1, "outputs")
    found: list[str] = []
    for _ in range(4):
        outputs = text.resolved(outputs) if isinstance(outputs, ast.Name) else outputs
        if not isinstance(outputs, ast.Call) or len(outputs.args) != 1:
            break
        found.insert(0, ast.unparse(outputs.func))
        outputs = outputs.args[0]
    return found if called(made[0]) == "Model" else []


def _makes_up(text: Text, name: str) -> bool:
    """Whether a model is asked for rows, as a generator is."""
    asked = {owner_of(call) for call in text.calls(ASKS)}
    return name in asked or any(ast.unparse(call.func) == name for call in text.all(ast.Call))


RULE = Rule(
    level=Level.ERROR,
    title="the discriminator learns with the generator",
    instead="Set its trainable to False before each step of the combined model, and to True before its own.",
    text=_look,
)
