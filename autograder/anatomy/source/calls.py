"""Faults of single calls that the text of a program shows: modes that stay on, layers that are lost, gradients that
nobody applies, data sets that are changed or mixed where they should not be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.pretrained import has_batch_norm
from autograder.anatomy.source.lookup import Found, Text, argument_at, bound, called, keyword, names, walk
from autograder.anatomy.source.scopes import descends, owner, sources

_MOVES_ROWS = frozenset({
    "transpose", "permute", "swapaxes", "moveaxis", "reshape", "view", "stack", "unstack", "concatenate", "concat",
    "cat", "expand_dims", "unsqueeze", "einsum", "map_fn", "vectorized_map", "vmap", "map", "scan", "flatten",
    "add_weight",
})  # fmt: skip
"""After these the first axis need not be that of the rows."""
_RANDOM = ("Random", "GaussianNoise", "tf.image.random", "tf.image.stateless_random")
_CHANGES_WEIGHTS = (
    "apply_gradients",
    ".apply(",
    ".assign",
    "minimize(",
    "set_weights",
    "optimizer.step",
    "update_step",
)
_TRAINABLE = ("trainable_variables", "trainable_weights")
_ANSWERS = frozenset({"predict", "evaluate", "predict_on_batch", "test_on_batch"})
_FITS = frozenset({"fit", "fit_generator", "train_on_batch"})
_TOLD_THE_MODE = frozenset({"call", "__call__", "train_step", "test_step", "predict_step"})
_FROZEN = re.compile(r"trainable\s*=\s*False")
_READERS = frozenset({"image_dataset_from_directory", "text_dataset_from_directory"})
_FEW = 100
_DECODERS = frozenset({"decode_jpeg", "decode_png", "decode_image", "decode_and_crop_jpeg"})
_KEEP_NUMBERS = frozenset({
    "resize", "resize_with_pad", "resize_with_crop_or_pad", "central_crop", "random_crop", "crop_to_bounding_box",
    "expand_dims", "reshape", "cast", "flip_left_right", "flip_up_down", "random_flip_left_right",
    "random_flip_up_down", "rot90",
})  # fmt: skip


def looks(text: Text) -> Found:
    """All that stands in a program."""
    for look in (
        _two_units,
        _modes,
        _overwritten,
        _not_applied,
        _augmented,
        _cached,
        _mixed,
        _whole_batch,
        _unpacked,
        _in_each_step,
        _divided_again,
        _rates_below_zero,
        _over_rows,
    ):
        yield from look(text)


def _two_units(text: Text) -> Found:
    """``ResNet50(weights=None, classes=2)`` on images with ``class_mode="binary"``: one number for two units."""
    for fit in text.calls({"fit", "fit_generator"}):
        owner, rows = getattr(fit.func, "value", None), argument_at(fit, 0, "x", "generator")
        made, reader = (text.resolved(node) if node is not None else None for node in (owner, rows))
        count = keyword(made, "classes") if isinstance(made, ast.Call) else None
        mode = keyword(reader, "class_mode") if isinstance(reader, ast.Call) else None
        classes = getattr(count, "value", None)
        headless = getattr(keyword(made, "include_top"), "value", None) if isinstance(made, ast.Call) else None
        if (
            type(classes) is int
            and classes > 1
            and getattr(mode, "value", None) == "binary"
            and headless is not False
        ):
            said = f"class_mode='binary' gives one number for each image, and the network has {classes} units"
            yield "binary", f"{said}.", fit


def _modes(text: Text) -> Found:
    """``Dropout(0.5)(x, training=True)`` in a functional model: ``fit`` and ``predict`` hand on their own modes."""
    answers, fits = (next(text.calls(wanted), None) is not None for wanted in (_ANSWERS, _FITS))
    frozen = _FROZEN.search(text.whole) is not None
    for call in text.all(ast.Call):
        mode = getattr(keyword(call, "training"), "value", None)
        if not isinstance(mode, bool) or text.name_of(text.function_of(call)) in _TOLD_THE_MODE:
            continue
        layer = text.resolved(call.func)
        name = called(layer)
        is_base = isinstance(layer, ast.Call) and keyword(layer, "include_top") is not None
        if not is_base and "Dropout" not in name and name != "GaussianNoise":
            continue
        if mode and answers:
            said = "evaluate and predict hand on training=False: all their answers are the same"
            yield "mode", f"{said}, and training=True holds in a plain call of the model only.", call
        elif not mode and fits and not is_base:
            yield "mode", f"fit hands on training=True: in training, {name} acts all the same.", call
        elif not mode and fits and not frozen and has_batch_norm(name):
            said = f"fit hands on training=True: nothing of {name} is frozen"
            yield "mode", f"{said}, and the averages of its batch norms move.", call


def _overwritten(text: Text) -> Found:
    """``x = Dense(8)(inputs)`` and, next, ``x = Dense(4)(inputs)``: the first layer is in no model."""
    for statement in text.statements:
        first = _layer(statement)
        following = text.following(statement) if first else None
        while first and isinstance(following, ast.Assign) and not names(following) & {first[0]}:
            following = text.following(following)
        second = _layer(following)
        if first and second and first[0] == second[0] and first[0] not in names(second[1]):
            said = f"{first[0]} gets another layer in line {second[1].lineno}, which does not read it"
            yield "overwritten", f"{said}: this layer is in no model.", first[1]


def _layer(statement: ast.stmt | None) -> tuple[str, ast.Call] | None:
    """The variable and the call of ``x = Dense(8)(y)``."""
    value = statement.value if isinstance(statement, ast.Assign) else None
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    whole = isinstance(value, ast.Call) and isinstance(value.func, ast.Call) and len(value.args) == 1
    if not whole or not isinstance(value, ast.Call) or not isinstance(target, ast.Name):
        return None
    return (target.id, value) if called(value.func)[:1].isupper() and isinstance(value.args[0], ast.Name) else None


def _not_applied(text: Text) -> Found:
    """Gradients of a model's weights in a loop, and nothing that changes the weights."""
    for call in text.calls({"apply_gradients"}):
        pairs = argument_at(call, 0)
        if isinstance(pairs, ast.Call) and called(pairs) == "zip" and len(pairs.args) == 2:
            weights_first = [ast.unparse(part).endswith(_TRAINABLE) for part in pairs.args] == [True, False]
            if weights_first:
                yield "applied", "zip takes the gradients first, and then the weights.", call
    if (
        any(word in text.whole for word in _CHANGES_WEIGHTS)
        or "optimizers" not in text.whole
        or not text.all(ast.For)
    ):
        return
    for call in text.calls({"gradient"}):
        asked = argument_at(call, 1)
        if isinstance(asked, ast.Attribute) and asked.attr in _TRAINABLE:
            yield "applied", "Nothing in this program applies these gradients: the weights stay as they are.", call


def _augmented(text: Text) -> Found:
    """Random changes that are mapped over the validation data."""
    functions = {name: ast.unparse(node) for name, node in text.functions.items()}
    makers = {name: ast.unparse(value) for name, values in text.values.items() for value in values}
    random = {name for name, made in makers.items() if any(word in made for word in _RANDOM)}
    for fit in text.calls({"fit"}):
        checked = keyword(fit, "validation_data")
        for value in text.values.get(checked.id, ()) if isinstance(checked, ast.Name) else ():
            for step in (*walk(value), *steps_of(text.functions.get(called(value)), value)):
                given = step.args[0] if isinstance(step, ast.Call) and called(step) == "map" and step.args else None
                body = (
                    functions.get(given.id, "")
                    if isinstance(given, ast.Name)
                    else ast.unparse(given)
                    if given
                    else ""
                )
                changes = any(word in body for word in _RANDOM) or any(f"{name}(" in body for name in random)
                if changes and "training=False" not in body and isinstance(step, ast.Call):
                    yield (
                        "augmented",
                        "The validation images are changed at random, too, by the function of this map.",
                        step,
                    )


def _cached(text: Text) -> Found:
    """``data.map(flip_at_random).cache()``: the cache keeps what was drawn in the first epoch."""
    functions = {node.name: ast.unparse(node) for node in text.all(ast.FunctionDef)}
    layers = [
        name for name, values in text.values.items() if any(word in ast.unparse(values[-1]) for word in _RANDOM[:1])
    ]
    drawn = [name for name, body in functions.items() if _changes_at_random(body, layers)]
    for cache in text.calls({"cache"}):
        for step in _steps_before(text, cache):
            given = step.args[0] if called(step) == "map" and step.args else None
            body = functions.get(given.id, "") if isinstance(given, ast.Name) else ast.unparse(given) if given else ""
            if _changes_at_random(body, [*layers, *drawn]):
                said = "The cache keeps what this map drew in the first epoch"
                yield "cached", f"{said}: each image is changed in the same way in all epochs.", cache
                break


def _changes_at_random(body: str, makers: list[str]) -> bool:
    """Whether a function changes images at random: by itself, or by functions and layers of these names."""
    flips = "tf.random." in body and any(word in body for word in ("flip", "rot90", "crop", "adjust_"))
    words = any(word in body for word in _RANDOM) or any(f"{name}(" in body for name in makers)
    return (flips or words) and "training=False" not in body


def _steps_before(text: Text, call: ast.Call) -> Iterator[ast.Call]:
    """The steps of a pipeline before a call, nearest first."""
    user: ast.AST = call
    node: ast.expr | None = call
    for _ in range(30):
        if isinstance(node, ast.Name):
            node, user = _given_in(text, node.id, user) or text.latest(node.id, user)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node is not call:
                yield node
            node = node.func.value
        else:
            return


def _given_in(text: Text, name: str, user: ast.AST) -> tuple[ast.expr, ast.AST] | None:
    """What a function gave to one of its variables before a node that uses it, and where."""
    function, line = text.function_of(user), getattr(user, "lineno", 0)
    found = [
        statement
        for statement in (text.all(ast.Assign) if function else ())
        if text.function_of(statement) == function
        and statement.lineno < line
        and getattr(statement.targets[0], "id", "") == name
    ]
    last = max(found, key=lambda statement: statement.lineno, default=None)
    return None if last is None else (last.value, last)


def steps_of(function: ast.FunctionDef | None, call: ast.expr) -> list[ast.AST]:
    """The calls in a function of the author's that happen with the arguments of a call."""
    if function is None or not isinstance(call, ast.Call):
        return []
    asked = [one.arg for one in function.args.args]
    given: dict[str | None, ast.expr] = dict(zip(asked[::-1], function.args.defaults[::-1], strict=False))
    given |= bound(function, call)
    shut = set()
    for test in (node for node in walk(function) if isinstance(node, ast.If)):
        value = given.get(test.test.id) if isinstance(test.test, ast.Name) else None
        if not (isinstance(value, ast.Constant) and value.value):
            shut |= {id(part) for statement in test.body for part in walk(statement)}
    return [node for node in walk(function) if id(node) not in shut]


def _mixed(text: Text) -> Found:
    """Labels that are gathered from one pass over a data set, for answers to another pass in another order."""
    for name, values in text.values.items():
        reader = values[0] if len(values) == 1 else None
        if (
            called(reader) not in _READERS
            or not isinstance(reader, ast.Call)
            or keyword(reader, "shuffle") is not None
        ):
            continue
        loops: list[ast.For | ast.comprehension] = [*text.all(ast.For), *text.all(ast.comprehension)]
        gathered = [
            loop for loop in loops
            if isinstance(loop.iter, ast.Name) and loop.iter.id == name and isinstance(loop.target, ast.Tuple)
        ]  # fmt: skip
        answered = [
            node for loop in gathered for node in walk(loop) if called(node) in {"predict", "predict_on_batch"}
        ]
        for call in text.calls({"predict"}) if gathered and not answered else ():
            if call.args and isinstance(call.args[0], ast.Name) and call.args[0].id == name:
                said = f"{name} is mixed anew in each pass"
                yield "shuffled", f"{said}: the labels of another pass are those of other images.", call


def _whole_batch(text: Text) -> Found:
    """``fit(x, y, batch_size=len(x), epochs=5)``: one update in each epoch."""
    for fit in text.calls({"fit"}):
        size, epochs = keyword(fit, "batch_size"), keyword(fit, "epochs")
        epochs = text.resolved(epochs) if epochs is not None else ast.Constant(1)
        rows = ast.unparse(text.resolved(size)) if size is not None else ""
        fed = argument_at(fit, 0, "x")
        whole = isinstance(fed, ast.Name) and rows in {f"len({fed.id})", f"{fed.id}.shape[0]"}
        if whole and isinstance(epochs, ast.Constant) and isinstance(epochs.value, int) and epochs.value < _FEW:
            said = f"One batch holds all rows: {epochs.value} update{'s' * (epochs.value != 1)} of the weights in all"
            yield "few", f"{said}, too few to learn much.", fit


def _unpacked(text: Text) -> Found:
    """``x_train, y_train, x_test, y_test = train_test_split(x, y)``: both parts of x come first."""
    for statement in text.all(ast.Assign):
        target, value = statement.targets[0], statement.value
        two = called(value) == "train_test_split" and isinstance(value, ast.Call) and len(value.args) == 2
        if not two or not isinstance(target, ast.Tuple) or len(target.elts) != 4:
            continue
        spelt = [getattr(part, "id", "").lower() for part in target.elts]
        kinds = [[name.startswith(kind) for name in spelt] for kind in ("x", "y")]
        if kinds == [[True, False, True, False], [False, True, False, True]]:
            said = "train_test_split gives both parts of the first array, then both of the second"
            yield "unpacked", f"{said}: {spelt[1]} gets test rows of x here.", value


def _in_each_step(text: Text) -> Found:
    """An optimizer that is made in a function which takes one step, or in the loop over the batches."""
    for call in text.calls({"apply_gradients"}):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        made = text.resolved(owner) if isinstance(owner, ast.Name) else None
        function = text.function_of(call)
        if not isinstance(made, ast.Call) or "optimizers" not in ast.unparse(made.func) or not function:
            continue
        called_in_loop = any(
            called(node) == text.name_of(function) for loop in text.all(ast.For) for node in walk(loop)
        )
        loops_itself = any(part is call for loop in text.all(ast.For) for part in walk(loop))
        if text.function_of(made) == function and called_in_loop and not loops_itself:
            yield (
                "renewed",
                "This optimizer is made anew for each step: momentum and means begin with zero each time.",
                made,
            )


def _divided_again(text: Text) -> Found:
    """``convert_image_dtype`` of bytes gives numbers from 0 to 1, which are then divided by 255."""
    decoded: dict[int, set[str]] = {}
    converted: dict[int, dict[str, ast.stmt]] = {}
    for statement in text.statements:
        value = getattr(statement, "value", None)
        if not isinstance(statement, ast.Assign | ast.AugAssign | ast.Return) or not isinstance(value, ast.expr):
            continue
        scope = text.function_of(statement)
        bytes_, ones = decoded.setdefault(scope, set()), converted.setdefault(scope, {})
        here = {name for name, where in ones.items() if not _on_another_way(text, where, statement)}
        for node, divided, by in _divisions(statement):
            if by in (255, 127.5) and _from_bytes(divided, bytes_, here):
                said = "convert_image_dtype has brought these bytes to numbers from 0 to 1 already"
                yield "divided", f"{said}: divided by {by} they are all nearly 0.", node
        found = {name for target in getattr(statement, "targets", ()) for name in names(target)}
        is_bytes, is_one = called(value) in _DECODERS, _from_bytes(value, bytes_, here)
        bytes_ -= found
        bytes_ |= found if is_bytes else set()
        for name in found:
            ones.pop(name, None)
            ones |= {name: statement} if is_one else {}


def _on_another_way(text: Text, first: ast.stmt, second: ast.stmt) -> bool:
    """Whether two statements stand in the two branches of one condition."""
    for test in text.all(ast.If):
        ways = [[node for part in way for node in walk(part)] for way in (test.body, test.orelse)]
        within = [[any(node is one for node in way) for way in ways] for one in (first, second)]
        if within in ([[True, False], [False, True]], [[False, True], [True, False]]):
            return True
    return False


def _divisions(statement: ast.stmt) -> Iterator[tuple[ast.expr, ast.expr, object]]:
    """``x / 255`` and ``x /= 255``: where, what is divided, and by which number."""
    if isinstance(statement, ast.AugAssign) and isinstance(statement.op, ast.Div):
        yield statement.target, statement.target, getattr(statement.value, "value", None)
    for node in walk(statement):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            yield node, node.left, getattr(node.right, "value", None)


def _from_bytes(value: ast.expr, decoded: set[str], converted: set[str]) -> bool:
    """Whether these are bytes after ``convert_image_dtype``, and steps that keep the numbers."""
    while isinstance(value, ast.Call) and value.args:
        first, to = value.args[0], ast.unparse(keyword(value, "dtype") or (*value.args, ast.Constant(""))[1])
        if called(value) == "convert_image_dtype":
            return "float" in to and (
                called(first) in _DECODERS or (isinstance(first, ast.Name) and first.id in decoded)
            )
        if called(value) not in _KEEP_NUMBERS:
            return False
        value = first
    return isinstance(value, ast.Name) and value.id in converted


def _rates_below_zero(text: Text) -> Found:
    """``model.optimizer.learning_rate = -0.001``, and a schedule of the author's that gives such a number."""
    given = [(one.targets[0], one.value) for one in text.all(ast.Assign)]
    given += [(call.func.value, call.args[0]) for call in text.calls({"assign"})
              if call.args and isinstance(call.func, ast.Attribute)]  # fmt: skip
    given += [(call.args[0], call.args[1]) for call in text.calls({"set_value"}) if len(call.args) == 2]
    for target, value in given:
        if getattr(target, "attr", "") in {"learning_rate", "lr"} and _is_below_zero(text.resolved(value)):
            yield "rate", f"{ast.unparse(target)} is set below zero: every step makes the loss larger.", value
    for call in text.calls({"LearningRateScheduler"}):
        schedule = argument_at(call, 0, "schedule")
        if isinstance(schedule, ast.Lambda) and _is_below_zero(schedule.body):
            yield "rate", "This rate is below zero: every step makes the loss larger.", schedule.body


def _is_below_zero(node: ast.expr) -> bool:
    """Whether this is a number with a minus."""
    value = getattr(node.operand, "value", None) if isinstance(node, ast.UnaryOp) else None
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and type(value) in (int, float)


def _over_rows(text: Text) -> Found:
    """``softmax(scores, axis=0)`` of what a layer is called on: weights that are shared among the rows of a batch."""
    for call in text.calls({"softmax", "Softmax"}):
        layer = called(call) == "Softmax"
        axis = keyword(call, "axis") if layer else keyword(call, "dim") or argument_at(call, 1, "axis")
        if not isinstance(axis, ast.Constant) or type(axis.value) is not int or axis.value:
            continue
        if layer or _is_of_rows(text, call):
            said = "The first axis is that of the rows: the weights of one row depend on the others of its batch"
            yield "over rows", f"{said}.", call


def _is_of_rows(text: Text, call: ast.Call) -> bool:
    """Whether a call stands in a layer or a model, and takes something that still has the rows first."""
    function = owner(text, call)
    kinds = [kind for kind in text.all(ast.ClassDef) if function in kind.body]
    if function is None or function.name not in {"call", "forward"} or not kinds or not call.args:
        return False
    if not descends(kinds[0], "Layer", "Model", "Module"):
        return False
    made = [part for part in sources(text, call.args[0], call) if isinstance(part, ast.expr)]
    first = {one.arg for one in function.args.args[1:2]}
    return not any(map(_moves_rows, made)) and any(isinstance(part, ast.Name) and part.id in first for part in made)


def _moves_rows(node: ast.expr) -> bool:
    """Whether what is first after this may be something else than the rows."""
    turned = isinstance(node, ast.Attribute) and node.attr == "T"
    along = keyword(node, "axis") if isinstance(node, ast.Call) else None
    return called(node) in _MOVES_ROWS or turned or isinstance(node, ast.Subscript) or getattr(along, "value", 1) == 0
