"""What a program forgot to do or to say: statistics that a generator never takes, classes that a file does not hold,
batches that are counted as rows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source.lookup import Found, Text, argument_at, bases, called, keyword, names, owner_of, walk
from autograder.anatomy.source.names import known
from autograder.anatomy.source.pairs import FLOWS

_STATISTICS = frozenset({"featurewise_center", "featurewise_std_normalization", "zca_whitening"})
_BASES = frozenset({"Layer", "Model"})
_TEACHES = ("custom_object", "register_keras_serializable", "enable_unsafe_deserialization", "safe_mode")
_KERAS, _OLD = (".keras'", '.keras"'), (".h5'", '.h5"', ".hdf5'", '.hdf5"')
_SHORT = frozenset({"mse", "mae", "mape", "msle", "kld"})  # an .h5 file holds a loss by the name that it was given
_WANT_METRICS = frozenset({"evaluate", "fit"})
_FOUND, _NEAR = re.compile(r"#\s*Found (\d+) (?:validated )?image"), 3  # what a flow prints, and how near it stands
_BATCH = 32  # the default of all flows


_ADAPTED = {
    "Normalization": "it takes 0 for the mean and 1 for the variance, and gives the numbers as they come",
    "TextVectorization": "it has no vocabulary, and Keras stops",
    "StringLookup": "it has no vocabulary, and Keras stops",
    "IntegerLookup": "it has no vocabulary, and Keras stops",
    "Discretization": "it has no boundaries, and Keras stops",
}
_ADAPTS = (
    "load_weights", "load_model", "set_weights", "set_vocabulary", "from_config", "FeatureSpace", ".assign(",
    "finalize_state", ".restore(",
)  # fmt: skip


def looks(text: Text) -> Found:
    """All that stands in a program."""
    yield from _statistics(text)
    yield from _never_adapted(text)
    yield from _own_classes(text)
    yield from _short_names(text)
    yield from _no_keywords(text)
    yield from _rows_for_steps(text)


def _statistics(text: Text) -> Found:
    """``ImageDataGenerator(featurewise_center=True)`` whose ``fit`` is never called."""
    for flow in text.calls(FLOWS):
        owner = getattr(flow.func, "value", None)
        made = text.resolved(owner) if isinstance(owner, ast.Name) else owner
        if not isinstance(made, ast.Call) or called(made) != "ImageDataGenerator":
            continue
        asked = [given.arg for given in made.keywords if given.arg in _STATISTICS and _is_true(given.value)]
        fitted = isinstance(owner, ast.Name) and any(
            f"{owner.id}{does}" in text.whole for does in (".fit(", ".mean =", ".std =")
        )
        if asked and not fitted and not _goes_elsewhere(text, owner, flow):
            said = f"{asked[0]} needs the numbers of the training images, and fit of the generator is never called"
            yield "statistics", f"{said}: it changes nothing.", flow


def _never_adapted(text: Text) -> Found:
    """``Normalization()`` in a model, and nothing that tells it a mean or a vocabulary."""
    if any(word in text.whole for word in _ADAPTS) or not any(text.calls({"fit", "predict", "evaluate"})):
        return
    own = {node.name for node in text.all(ast.ClassDef)}
    adapted = [ast.unparse(call.func.value) for call in text.calls({"adapt"}) if isinstance(call.func, ast.Attribute)]
    held = {ast.unparse(target): one.value for one in text.all(ast.Assign) for target in one.targets}
    known = all(called(held.get(name)) in _ADAPTED for name in adapted)
    for call in text.calls(_ADAPTED.keys() - own):
        given = {one.arg for one in call.keywords}
        names_of = [name for name, value in held.items() if value is call]
        alone = not adapted or (known and bool(names_of) and not set(names_of) & set(adapted))
        if alone and not call.args and not given & {None, "mean", "variance", "vocabulary", "bin_boundaries"}:
            yield "statistics", f"{called(call)} is never adapted: {_ADAPTED[called(call)]}.", call


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True


def _goes_elsewhere(text: Text, owner: ast.expr | None, flow: ast.Call) -> bool:
    """Whether a generator is given to other code, which may fit it."""
    name = getattr(owner, "id", "")
    return any(
        isinstance(part, ast.Name) and part.id == name
        for call in text.all(ast.Call)
        if call is not flow
        for part in (*call.args, *(given.value for given in call.keywords))
    )


def _own_classes(text: Text) -> Found:
    """``load_model`` of a file with a layer or a loss of the author's own, of which nobody tells Keras."""
    if any(word in text.whole for word in _TEACHES):
        return
    own = {node.name for node in text.all(ast.ClassDef) if bases(node) & _BASES}
    used = sorted({called(call) for call in text.all(ast.Call)} & own)
    for call, maker, old in _read_again(text):
        again = {called(other) for other in text.calls(_WANT_METRICS) if other.lineno > call.lineno}
        trained = [*used, *([] if keyword(call, "compile") is not None else _own_losses(text, maker))]
        if trained and (again or not old or used):
            kind = "class" if used else "function"
            said = f"The file names the {kind} {trained[0]}, and Keras does not know where it is"
            yield "own", f"{said}: give custom_objects, or register the {kind}.", call


def _read_again(text: Text) -> Iterator[tuple[ast.Call, ast.Call, bool]]:
    """The calls of ``load_model`` for a file that the program writes, with what writes it, and whether it is old."""
    makers = {
        ast.unparse(text.resolved(path)): call
        for call in text.calls({"save", "ModelCheckpoint"})
        for path in _path(call)
    }
    for call in text.calls({"load_model"}):
        path = ast.unparse(text.resolved(call.args[0])) if len(call.args) == 1 else ""
        if path in makers and path.endswith((*_KERAS, *_OLD)):
            yield call, makers[path], path.endswith(_OLD)


def _short_names(text: Text) -> Found:
    """``compile(loss="mse")``, ``save("model.h5")`` and ``load_model("model.h5")``."""
    for call, maker, old in _read_again(text):
        if not old or keyword(call, "compile", "custom_objects") is not None:
            continue
        for compiled in _compiles(text, maker):
            loss = text.argument(compiled, 1, "loss")
            name = loss.value if isinstance(loss, ast.Constant) else None
            if isinstance(name, str) and name.lower() in _SHORT:
                said = f"The old format keeps the loss by the name {name!r}, which load_model does not find"
                yield "short", f"{said}: save to .keras, or load with compile=False.", call


def _compiles(text: Text, saved: ast.Call) -> Iterator[ast.Call]:
    """The calls of ``compile`` for the model that is saved."""
    owner = owner_of(saved) if called(saved) == "save" and isinstance(saved.func, ast.Attribute) else ""
    yield from (call for call in text.calls({"compile"}) if owner in ("", owner_of(call)))


def _no_keywords(text: Text) -> Found:
    """``load_model(…, custom_objects={"Mine": Mine})``, whose ``__init__`` takes no ``name`` and no ``dtype``."""
    closed = {node.name: _init(node) for node in text.all(ast.ClassDef) if bases(node) & _BASES and _is_closed(node)}
    for call in text.calls({"load_model", "model_from_json"}):
        given = keyword(call, "custom_objects")
        given = text.resolved(given) if given is not None else None
        for value in given.values if isinstance(given, ast.Dict) else ():
            init = closed.get(getattr(value, "id", ""))
            if init is not None:
                said = (
                    f"The file gives {ast.unparse(value)} its name and dtype, too, and its __init__ takes no **kwargs"
                )
                first = init.body[0]
                at = first.value if isinstance(first, ast.Expr) else value
                yield "closed", f"{said}: Keras cannot make it again.", at


def _init(node: ast.ClassDef) -> ast.FunctionDef | None:
    return next((part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"), None)


def _is_closed(node: ast.ClassDef) -> bool:
    """Whether a layer class leaves its settings to Keras, and takes none but its own."""
    init, own = _init(node), {getattr(part, "name", "") for part in node.body}
    takes = {one.arg for one in (*init.args.args, *init.args.kwonlyargs)} if init else set()
    return (
        "Layer" in bases(node)
        and init is not None
        and init.args.kwarg is None
        and not own & {"get_config", "from_config"}
        and not ({"trainable", "dtype", "name"} <= takes)
    )


def _path(call: ast.Call) -> list[ast.expr]:
    given = argument_at(call, 0, "filepath")
    return [] if given is None or keyword(call, "save_weights_only") is not None else [given]


def _own_losses(text: Text, saved: ast.Call) -> Iterator[str]:
    """The functions of the author's that the saved model is compiled with."""
    own = {node.name for node in text.all(ast.FunctionDef)} - known("losses") - known("metrics")
    own |= {node.name for node in text.all(ast.ClassDef) if bases(node) & {"Loss", "Metric"}}
    for call in _compiles(text, saved):
        given = [keyword(call, "loss"), keyword(call, "metrics"), *call.args[1:3]]
        listed = [part for node in given if node is not None for part in (*getattr(node, "elts", ()), node)]
        named = [part.func if isinstance(part, ast.Call) else part for part in map(text.resolved, listed)]
        yield from (part.id for part in named if isinstance(part, ast.Name) and part.id in own)


def _rows_for_steps(text: Text) -> Found:
    """``fit(batches(x, 32), steps_per_epoch=len(x))``: an epoch that is 32 times as long as the rows."""
    for call in text.calls({"fit", "fit_generator"}):
        first = argument_at(call, 0, "x")
        for given, rows in (("steps_per_epoch", first), ("validation_steps", keyword(call, "validation_data"))):
            steps = keyword(call, given)
            if steps is None or rows is None:
                continue
            made = text.latest(rows.id, call)[0] if isinstance(rows, ast.Name) else rows
            size = _batch_of(text, made, rows, text.resolved(steps))
            batches = _batches_found(text, made)
            if 0 < batches < text.number(steps):
                said = f"{given} asks for {text.number(steps)} batches, and the folder holds {batches}"
                yield "steps", f"{said}: the images run out, and the epoch ends there, with a warning.", steps
            elif size > 1 or _named_rows(text, made, steps):
                size = size or _size_of_flow(text, made)
                said = f"{given} counts batches, of {size} rows each, and this is the number of rows"
                yield "steps", f"{said}.", steps


def _batches_found(text: Text, made: ast.expr | None) -> int:
    """How many batches a folder holds, as the program's comment says what Keras printed; 0 if it does not."""
    if not isinstance(made, ast.Call) or called(made) not in FLOWS:
        return 0
    lines = text.cell_of(made).code.splitlines()[(made.end_lineno or made.lineno) :][:_NEAR]
    found = next((met for line in lines if (met := _FOUND.match(line.strip()))), None)
    size = _size_of_flow(text, made)
    return 0 if found is None or size < 1 else -(-int(found[1]) // size)


def _named_rows(text: Text, made: ast.expr | None, steps: ast.expr) -> bool:
    """``steps_per_epoch=nb_train_samples`` for a flow of batches."""
    flow = called(made) in FLOWS and _size_of_flow(text, made) > 1
    return flow and isinstance(steps, ast.Name) and "samples" in steps.id.lower() and text.number(steps) > 0


def _size_of_flow(text: Text, made: ast.expr | None) -> int:
    asked = keyword(made, "batch_size") if isinstance(made, ast.Call) else None
    return _BATCH if asked is None else text.number(asked)


def _batch_of(text: Text, made: ast.expr | None, rows: ast.expr, steps: ast.expr) -> int:
    """How many rows a batch of a generator has whose rows are counted; 0 if that is not known."""
    if not isinstance(made, ast.Call):
        return 0
    if isinstance(steps, ast.Attribute) and steps.attr in {"samples", "n"} and called(made) in FLOWS:
        same = isinstance(rows, ast.Name) and ast.unparse(steps.value) == rows.id
        return _size_of_flow(text, made) if same else 0
    counted = steps.args[0] if called(steps) == "len" and isinstance(steps, ast.Call) and steps.args else None
    if isinstance(steps, ast.Subscript) and ast.unparse(steps).endswith(".shape[0]"):
        counted = getattr(steps.value, "value", None)
    if not isinstance(counted, ast.Name) or counted.id not in {name for part in made.args for name in names(part)}:
        return 0
    return _size_in(text, made)


def _size_in(text: Text, made: ast.Call) -> int:
    """The batch size that a generator function of the author's is called with."""
    function = next((node for node in text.all(ast.FunctionDef) if node.name == called(made)), None)
    if function is None or not any(isinstance(node, ast.Yield) for node in walk(function)):
        return 0
    arguments = function.args.args
    at = next((number for number, one in enumerate(arguments) if _is_size(one.arg)), None)
    if at is None:
        return 0
    defaults = dict(zip(range(len(arguments) - 1, -1, -1), reversed(function.args.defaults), strict=False))
    given = keyword(made, arguments[at].arg) or (made.args[at] if len(made.args) > at else defaults.get(at))
    return 0 if given is None else text.number(given)


def _is_size(name: str) -> bool:
    return name in {"size", "bs", "batch"} or "batch_size" in name.lower() or "batchsize" in name.lower()
