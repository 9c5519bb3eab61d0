"""# A generator that learns to be found out

**What it sees.** In the step of a generator, what the judge says of made-up rows is compared with the same label that
the judge itself learns for made-up rows.

**Why it hurts.** The generator should make rows that the judge takes for real. With the label of made-up ones it is
rewarded whenever the judge recognizes its rows: both losses fall, and the images get worse.

**Example.**

```python
import keras
import tensorflow as tf

bce = keras.losses.BinaryCrossentropy(from_logits=True)

def discriminator_loss(real, fake):
    return bce(tf.ones_like(real), real) + bce(tf.zeros_like(fake), fake)

def generator_loss(fake):
    return bce(tf.zeros_like(fake), fake)  # ← here
```

**Instead.**

```python
import keras
import tensorflow as tf

bce = keras.losses.BinaryCrossentropy(from_logits=True)

def discriminator_loss(real, fake):
    return bce(tf.ones_like(real), real) + bce(tf.zeros_like(fake), fake)

def generator_loss(fake):
    return bce(tf.ones_like(fake), fake)
```
"""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, walk
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.scopes import last_name
from autograder.rules.rule import Found, Level, Rule

_FAKE = re.compile(r"fake|(?<!a)gen(?!er(al|ic)|der)|synth", re.I)
_GENERATOR = re.compile(r"(?<!a)gen(?!er(al|ic)|der)|^g_|_g$|g_loss", re.I)
_JUDGE, _BOTH = re.compile(r"disc|critic|judge|^d_|_d$|d_loss", re.I), re.compile(r"gan|combined|adversarial", re.I)
_ALIKE = frozenset({"zeros", "zeros_like", "ones", "ones_like"})


def _look(text: Text) -> Found:
    """``bce(zeros_like(guess), guess)`` in the step of a generator, where 0 is the judge's word for made-up rows."""
    if "ones" not in text.whole and "zeros" not in text.whole:
        return
    if not (_GENERATOR.search(text.whole) and _JUDGE.search(text.whole)):
        return
    labels = {name: {_label(value) for value in values} for name, values in text.values.items()}
    alike = {name: wanted for name, wanted in labels.items() if wanted != {None}}
    kept: dict[int, ast.stmt] = {}
    for statement in (*text.all(ast.Assign), *text.all(ast.Return)):
        kept |= {id(part): statement for part in walk(statement) if isinstance(part, ast.Call)}
    found = [verdict for call in text.all(ast.Call) if (verdict := _verdict(text, call, alike, kept)) is not None]
    wanted = {of: {one.wanted for one in found if one.of_generator is of} for of in (True, False)}
    if len(wanted[True]) == 1 and wanted[True] == wanted[False]:
        for one in found:
            if one.of_generator:
                said = f"{one.wanted} is what the judge learns to say of made-up rows"
                yield f"{said}: the generator learns to be found out.", one.node


class _Verdict(NamedTuple):
    """What a judge should say of made-up rows, in the step of the generator or in its own."""

    of_generator: bool
    wanted: int
    node: ast.expr


def _verdict(
    text: Text, call: ast.Call, alike: dict[str, set[int | None]], kept: dict[int, ast.stmt]
) -> _Verdict | None:
    """What a call wants a judge to say.

    ``alike`` holds the labels of the variables that have one for all rows, ``kept`` the statements of calls.
    """
    batch = called(call) == "train_on_batch"
    first, second = argument_at(call, 0, "x", "y_true", "labels"), argument_at(call, 1, "y", "y_pred", "logits")
    if first is None or second is None or len(call.args) + len(call.keywords) > 3:
        return None
    target, rows = (second, first) if batch else (first, second)
    known = alike.get(getattr(target, "id", ""), set())
    wanted = next(iter(known)) if len(known) == 1 else _label(unfolded(text, target, call) if known else target)
    if wanted is None:
        return None
    role = _of_batch(call) if batch else _of_loss(text, call, kept)
    if role == "judge" and _FAKE.search(f"{ast.unparse(rows)} {ast.unparse(unfolded(text, rows, call))}"):
        return _Verdict(False, wanted, call)
    return _Verdict(True, wanted, target if batch else call) if role == "generator" else None


def _of_batch(call: ast.Call) -> str:
    """Whom ``train_on_batch`` trains, by its name."""
    name = last_name(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    return "judge" if _JUDGE.search(name) else "generator" if _BOTH.search(name) else ""


def _of_loss(text: Text, call: ast.Call, kept: dict[int, ast.stmt]) -> str:
    """Whose loss a call is part of, by the name of the function, or else of the variable that gets it."""
    statement = kept.get(id(call))
    if statement is None or any(isinstance(part, ast.USub | ast.Sub) for part in walk(statement)):
        return ""
    named = " ".join(last_name(target) for target in getattr(statement, "targets", ()))
    for word in (text.name_of(text.function_of(call)), named):
        judge, generator = _JUDGE.search(word), _GENERATOR.search(word)
        if bool(judge) != bool(generator):
            return "judge" if judge else "generator"
    return "judge" if _JUDGE.search(named) else ""


def _label(node: ast.expr) -> int | None:
    """0 or 1, if labels are all alike: ``zeros_like(guess)``, ``np.ones((32, 1)) * 0.9``."""
    spelt = ast.unparse(node)
    if any(word in spelt for word in ("concat", "stack", "append", "where", "randint", "choice", "1 -", "1.0 -")):
        return None
    kinds = {called(part)[:4] for part in walk(node) if called(part) in _ALIKE}
    return None if len(kinds) != 1 or "-" in spelt.replace("axis=-1", "") else int(kinds == {"ones"})


RULE = Rule(
    level=Level.WARNING,
    title="a generator that learns to be found out",
    instead="In the step of the generator give its rows the label of real ones.",
    text=_look,
    exact=True,
)
