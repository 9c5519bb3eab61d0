"""# Pairs whose halves are drawn apart

**What it sees.** `fit` takes the images of one `ImageDataGenerator` for rows and those of another one for answers, by
`zip` or in a generator. Both are mixed, or changed at random, and they have no `seed` in common. Or
`tf.data.Dataset.zip` puts answers beside rows that were shuffled before, each by themselves; `list_files` shuffles,
too, unless it is told not to.

**Why it hurts.** Each flow mixes its images and turns them by itself. The mask that stands beside an image is that of
another one, turned by another angle: there is nothing to learn.

**Example.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

images = ImageDataGenerator(rotation_range=20).flow(x, batch_size=8)  # ← here
masks = ImageDataGenerator(rotation_range=20).flow(y, batch_size=8)


def pairs():
    while True:
        yield next(images), next(masks)


net = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam")
net.fit(pairs(), steps_per_epoch=100, epochs=10)
```

**Instead.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

images = ImageDataGenerator(rotation_range=20).flow(x, batch_size=8, seed=1)
masks = ImageDataGenerator(rotation_range=20).flow(y, batch_size=8, seed=1)


def pairs():
    while True:
        yield next(images), next(masks)


net = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam")
net.fit(pairs(), steps_per_epoch=100, epochs=10)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from autograder.anatomy.text import Text, bound, called, constant, keyword, names, owner_of, walk
from autograder.rules.looks.pipelines import MADE, steps_before
from autograder.rules.looks.words import AUGMENTS, FLOWS
from autograder.rules.rule import Found, Level, Rule

_ANSWERS = re.compile(r"\bys?(_|\d|\b)|labels?(?!l?ed)|targets\b|mask|answer|annot|segm", re.I)
_FITS = frozenset({"fit", "fit_generator"})


def _look(text: Text) -> Found:
    """What ``fit`` is given that pairs the images of one flow with those of another; pipelines in a zip."""
    yield from _zipped(text)
    for call in text.calls(_FITS):
        rows = text.argument(call, 0, "x", "generator")
        if not isinstance(rows, ast.Call):
            continue
        function = text.functions.get(called(rows))
        pairs = _paired(function, rows) if function else [(rows.args[0], rows.args[1])] if _is_pair(rows) else []
        for left, right in pairs:
            flows = _flow(text, left), _flow(text, right)
            if flows[0] is not None and flows[1] is not None and _apart(text, flows[0], flows[1]):
                said = "These images and those of the other flow are drawn each by themselves"
                yield f"{said}, with no seed in common: what fit takes for pairs are none.", flows[0]


def _zipped(text: Text) -> Found:
    """``tf.data.Dataset.zip((images.shuffle(100), masks.shuffle(100)))``."""
    for call in text.calls({"zip"}):
        given = call.args[0].elts if len(call.args) == 1 and isinstance(call.args[0], ast.Tuple) else call.args
        if len(given) != 2 or "Dataset" not in owner_of(call):
            continue
        sides = [list(steps_before(text, part, call)) for part in given]
        mixing = [next((step for step in side if _mixes(step)), None) for side in sides]
        seeds = [ast.unparse(seed) for step in mixing if step is not None and (seed := keyword(step, "seed"))]
        made = [part for step in sides[1] if called(step) in MADE for part in (*step.args, *step.keywords)]
        answers = any(_ANSWERS.search(ast.unparse(part)) for part in (given[1], *made))
        read = all(any(called(step) in MADE for step in side) for side in sides)
        if answers and read and any(mixing) and not (len(seeds) == 2 and len(set(seeds)) == 1):
            yield "One side of these pairs was shuffled without the other: what fit takes for pairs are none.", call


def _mixes(step: ast.Call) -> bool:
    """Whether a step of a pipeline changes the order of its rows by chance."""
    listed = called(step) == "list_files" and constant(keyword(step, "shuffle")) is not False and len(step.args) < 2
    return listed or called(step) == "shuffle"


def _is_pair(call: ast.Call) -> bool:
    return called(call) == "zip" and len(call.args) == 2


def _paired(function: ast.FunctionDef, call: ast.Call) -> list[tuple[ast.expr, ast.expr]]:
    """The two generators from whose steps a function yields its pairs, as its caller knows them."""
    given = bound(function, call)
    if "seed" in ast.unparse(function):
        return []
    held: dict[str, ast.expr] = {}
    for one in walk(function):
        if isinstance(one, ast.Assign):
            held |= {name: one.value for target in one.targets for name in names(target)}
    for loop in (node for node in walk(function) if isinstance(node, ast.For)):
        made = held.get(loop.iter.id) if isinstance(loop.iter, ast.Name) else loop.iter
        if isinstance(made, ast.Call) and _is_pair(made) and isinstance(loop.target, ast.Tuple):
            for target, part in zip(loop.target.elts, made.args, strict=False):
                held |= dict.fromkeys(names(target), ast.Call(ast.Name("next"), [part], []))
    found = []
    for node in walk(function):
        pair = node.value if isinstance(node, ast.Yield) else None
        if isinstance(pair, ast.Tuple) and len(pair.elts) == 2:
            sides = [_stepped(part, held, 3) for part in pair.elts]
            if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
                left, right = (side.pop() for side in sides)
                found.append(tuple(given.get(name) or held.get(name) or ast.Name(name) for name in (left, right)))
    return [(one[0], one[1]) for one in found]


def _stepped(node: ast.expr, held: Mapping[str, ast.expr], deep: int) -> set[str]:
    """The variables of generators of which a value takes the next step."""
    found = set()
    for part in walk(node):
        if called(part) in {"next", "__next__"} and isinstance(part, ast.Call):
            owner = part.args[0] if part.args else getattr(part.func, "value", None)
            found |= {owner.id} if isinstance(owner, ast.Name) else set()
        elif isinstance(part, ast.Name) and part.id in held and deep:
            found |= _stepped(held[part.id], held, deep - 1)
    return found


def _flow(text: Text, node: ast.expr) -> ast.Call | None:
    """The flow of an ``ImageDataGenerator`` that a variable holds."""
    for _ in range(3):
        values = text.values.get(node.id, []) if isinstance(node, ast.Name) else []
        node = values[0] if len(values) == 1 else node
    if not isinstance(node, ast.Call) or called(node) not in FLOWS or any(one.arg is None for one in node.keywords):
        return None
    return node if called(_generator(text, node)) == "ImageDataGenerator" else None


def _generator(text: Text, flow: ast.Call) -> ast.expr | None:
    owner = getattr(flow.func, "value", None)
    return text.resolved(owner) if owner is not None else None


def _apart(text: Text, first: ast.Call, second: ast.Call) -> bool:
    """Whether two flows draw differently: in another order, or with other turns and shifts."""
    if first is second:
        return False
    seeds = [keyword(flow, "seed") for flow in (first, second)]
    if all(seed is not None for seed in seeds):
        known = [text.resolved(seed) for seed in seeds if seed is not None]
        same = ast.unparse(known[0]) == ast.unparse(known[1])
        return not same and all(isinstance(seed, ast.Constant) for seed in known)
    if any(len(flow.args) > 2 for flow in (first, second)):
        return False
    shuffles = [keyword(flow, "shuffle") or ast.Constant(True) for flow in (first, second)]
    if not all(isinstance(node, ast.Constant) for node in shuffles):
        return False
    made = [_generator(text, flow) for flow in (first, second)]
    random = any(one.arg in AUGMENTS for node in made if isinstance(node, ast.Call) for one in node.keywords)
    return random or any(getattr(node, "value", None) is not False for node in shuffles)


RULE = Rule(
    level=Level.ERROR,
    title="pairs whose halves are drawn apart",
    instead="Give both flows the same seed, and both generators the same changes.",
    text=_look,
    exact=True,
)
