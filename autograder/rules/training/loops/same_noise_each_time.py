"""# The same noise each time

**What it sees.** A layer's `call`, a `train_step`, a function that is mapped over a data set, a `__getitem__` or a
loop that yields batches draws random numbers with a seed that is written there: a number for a function of
`keras.random`, a pair for one of TensorFlow whose name begins with `stateless_`, a generator that is made there, or
`np.random.seed`. In a layer it speaks only of what has the form of the batch: a table of random numbers may well be
fixed. Functions whose names say that they are about tests are left alone.

**Why it hurts.** These functions keep no state: the same seed gives the same numbers, in every batch of every epoch.
A network learns such a noise by heart, and an augmentation changes each image in one way for ever. A seed for
`tf.random.normal`, or for a layer such as `Dropout`, is another thing: those count their calls.

**Example.**

```python
import keras
from keras import ops

class Noise(keras.layers.Layer):
    def call(self, x, training=None):
        if training:
            x = x + keras.random.normal(ops.shape(x), stddev=0.1, seed=42)  # ← here
        return x
```

**Instead.**

```python
import keras
from keras import ops

class Noise(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seeds = keras.random.SeedGenerator(42)

    def call(self, x, training=None):
        if training:
            x = x + keras.random.normal(ops.shape(x), stddev=0.1, seed=self.seeds)
        return x
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, bases, called, keyword, walk
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.scopes import arguments, attributes, last_name, owner
from autograder.rules.looks.words import MODEL_OR_LAYER
from autograder.rules.rule import Found, Level, Rule

_OF_LAYERS = frozenset({"call", "train_step", "__call__"})
_SEQUENCES = frozenset({"Sequence", "PyDataset"})
_FIXED = re.compile(r"val|test|eval|demo|example|plot|show|sample_|predict|fixed|same|static", re.IGNORECASE)
_DRAWS = re.compile(r"(^|\.)(stateless_\w+)$")
_MAKERS = frozenset({"SeedGenerator", "PRNGKey", "key", "default_rng", "RandomState", "from_seed"})
_NUMPY_SEED = ("np.random.seed", "numpy.random.seed", "random.seed", "tf.random.set_seed", "set_random_seed")
_STEPS = frozenset({"train_on_batch", "apply_gradients"})


def _look(text: Text) -> Found:
    """A seed that is set, or a generator that is made, wherever something is drawn."""
    mapped = {
        part.id
        for call in text.calls({"map", "py_function", "numpy_function"})
        for given in call.args[:1]
        for part in walk(given.body if isinstance(given, ast.Lambda) else given)
        if isinstance(part, ast.Name) and not _is_aside(text, call)
    }
    for function, kind in _called_often(text, mapped):
        yield from _in_function(text, function, kind)
    for call in text.calls({"map"}):
        given = call.args[0] if call.args else None
        for node in walk(given) if isinstance(given, ast.Lambda) and not _is_aside(text, call) else ():
            if isinstance(node, ast.Call) and _is_stateless(text, node):
                yield f"{_said(node)}, and this map calls it for every row: all are changed alike.", node
    yield from _in_loops(text)


def _is_aside(text: Text, call: ast.Call) -> bool:
    """Whether a map is over rows for a test, which may well be changed in one way for ever."""
    target = next((one.targets[0] for one in text.all(ast.Assign) if any(part is call for part in walk(one))), None)
    return bool(_FIXED.search(f"{ast.unparse(target) if target else ''} {ast.unparse(call)}"))


def _called_often(text: Text, mapped: set[str]) -> Iterator[tuple[ast.FunctionDef, str]]:
    """The functions that are called for every batch or row: ``layer``, ``rows``."""
    for function in text.all(ast.FunctionDef):
        kind = next((one for one in text.all(ast.ClassDef) if function in one.body), None)
        if _FIXED.search(f"{function.name} {kind.name if kind else ''}"):
            continue
        if kind is not None and bases(kind) & MODEL_OR_LAYER and function.name in _OF_LAYERS:
            yield function, "layer"
        elif function.name in mapped or (
            kind is not None and bases(kind) & _SEQUENCES and function.name == "__getitem__"
        ):
            yield function, "rows"


def _in_function(text: Text, function: ast.FunctionDef, kind: str) -> Found:
    seeds = set(_fixed_makers(text, function))
    for node in walk(function):
        if not isinstance(node, ast.Call) or (kind == "layer" and not _is_of_batch(text, node, function)):
            continue
        given = keyword(node, "seed")
        stateless = _is_stateless(text, node) or (
            _is_of_keras(text, node) and given is not None and _is_number(text, given, node)
        )
        fresh = isinstance(given, ast.Name) and given.id in seeds
        again = called(getattr(node.func, "value", None)) in {"default_rng", "RandomState"}
        again = again or (last_name(getattr(node.func, "value", node.func)) in seeds and kind == "rows")
        if stateless or fresh or (again and kind == "rows"):
            yield f"{_said(node)}, and {function.name} draws it anew each time: it is the same.", node
    for node in walk(function) if kind == "rows" else ():
        if isinstance(node, ast.Call) and _seeds_numpy(text, node):
            yield f"{function.name} begins the same row of random numbers each time that it is called.", node


def _said(node: ast.Call) -> str:
    return f"With one seed {ast.unparse(node.func)} always gives the same"


def _fixed_makers(text: Text, function: ast.FunctionDef) -> Iterator[str]:
    """Variables of a function that hold a generator which begins with the same number in each call."""
    for one in walk(function):
        made = one.value if isinstance(one, ast.Assign) else None
        target = one.targets[0] if isinstance(one, ast.Assign) else None
        given = made.args[:1] if called(made) in _MAKERS and isinstance(made, ast.Call) else []
        if isinstance(target, ast.Name) and any(_is_number(text, seed, seed) for seed in given):
            yield target.id


def _is_of_keras(text: Text, node: ast.Call) -> bool:
    """Whether this draws by a function of ``keras.random``, which keeps no state of its own."""
    spelt = ast.unparse(node.func)
    imported = any(
        (one.module or "") == "keras" and any(alias.name == "random" and alias.asname is None for alias in one.names)
        for one in text.all(ast.ImportFrom)
    )
    return "keras.random." in spelt or (imported and spelt.startswith("random."))


def _is_stateless(text: Text, node: ast.Call) -> bool:
    """``tf.image.stateless_random_flip_left_right(image, seed=(1, 2))``."""
    if not _DRAWS.search(ast.unparse(node.func)) or called(node) in {"stateless_call", "stateless_apply"}:
        return False
    pairs = [given for given in node.args[1:] if isinstance(given, ast.List | ast.Tuple)]
    given = keyword(node, "seed") or (pairs[-1] if pairs and called(node) != "stateless_random_crop" else None)
    return given is not None and _is_number(text, given, node)


def _is_number(text: Text, given: ast.expr, user: ast.AST) -> bool:
    """Whether a seed is a number, or a pair of numbers, that never changes."""
    kinds = [kind for kind in text.all(ast.ClassDef) if any(part is user for part in walk(kind))]
    if isinstance(given, ast.Attribute) and ast.unparse(given.value) == "self" and kinds:
        values = attributes(kinds[0]).get(given.attr, [])
        return len(values) == 1 and isinstance(values[0], ast.Constant) and type(values[0].value) is int
    given = unfolded(text, given, user)
    if called(given) in {"constant", "array", "convert_to_tensor"} and isinstance(given, ast.Call) and given.args:
        given = given.args[0]
    parts = given.elts if isinstance(given, ast.List | ast.Tuple) else [given]
    return bool(parts) and all(isinstance(part, ast.Constant) and type(part.value) is int for part in parts)


def _is_of_batch(text: Text, node: ast.Call, function: ast.FunctionDef) -> bool:
    """Whether what is drawn has the form of what a layer gets: not a table that is to be fixed."""
    asked = set(arguments(function)) - {"training", "mask"}
    given = [*node.args, *(one.value for one in node.keywords if one.arg != "seed")]
    return any(_reads_rows(text, one, node, asked, 4) for one in given)


def _reads_rows(text: Text, node: ast.AST, user: ast.AST, asked: set[str], depth: int) -> bool:
    """Whether a value depends on more of what a layer gets than on how many columns it has."""
    sized = isinstance(node, ast.Subscript) and "shape" in ast.unparse(node.value)
    if sized and isinstance(node, ast.Subscript) and ast.unparse(node.slice).lstrip("-") in {"1", "2", "3"}:
        return False
    if isinstance(node, ast.Name):
        value = text.latest(node.id, user)[0] if depth else None
        return _reads_rows(text, value, value, asked, depth - 1) if value is not None else node.id in asked
    return any(_reads_rows(text, part, user, asked, depth) for part in ast.iter_child_nodes(node))


def _seeds_numpy(text: Text, node: ast.Call) -> bool:
    """``np.random.seed(0)``."""
    spelt = ast.unparse(node.func)
    return spelt.endswith(_NUMPY_SEED) and len(node.args) == 1 and _is_number(text, node.args[0], node)


def _in_loops(text: Text) -> Found:
    """``while True: np.random.seed(0); … yield x[np.random.randint(…)]``, and the same before ``train_on_batch``."""
    loops: list[ast.For | ast.While] = [*text.all(ast.For), *text.all(ast.While)]
    for loop in loops:
        inside = list(_of_one_round(loop))
        function = owner(text, loop)
        if function is not None and _FIXED.search(function.name):
            continue
        goes_on = any(isinstance(node, ast.Yield) or called(node) in _STEPS for node in inside)
        draws = any(".random." in f".{ast.unparse(node.func)}" for node in inside
                    if isinstance(node, ast.Call) and not _seeds_numpy(text, node))  # fmt: skip
        for node in inside if goes_on and draws else ():
            if isinstance(node, ast.Call) and _seeds_numpy(text, node):
                yield "Each round of this loop draws the same random numbers.", node


def _of_one_round(loop: ast.For | ast.While) -> Iterator[ast.AST]:
    """What a loop does itself, not by a loop within it."""
    todo: list[ast.AST] = list(loop.body)
    while todo:
        node = todo.pop(0)
        if not isinstance(node, ast.For | ast.While | ast.FunctionDef):
            yield node
            todo += ast.iter_child_nodes(node)


RULE = Rule(
    level=Level.ERROR,
    title="the same noise each time",
    instead="Make a keras.random.SeedGenerator, or another generator, once, outside, and draw from it.",
    text=_look,
    about=("seed",),
    exact=True,
)
