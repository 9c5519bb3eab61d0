"""Calls at which Keras stops, as the text of a program shows them: numbers of NumPy for tensors, classes for objects,
results that are none, layers that nothing keeps."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from autograder.anatomy.source.lookup import (
    Found,
    Text,
    argument_at,
    assigned,
    bases,
    bound,
    called,
    first_of,
    keyword,
    names,
    owner_of,
    walk,
)
from autograder.anatomy.source.names import api

_NUMPY = ("np", "numpy")
_HARMLESS = frozenset({"float32", "float64", "int32", "newaxis", "pi", "prod", "shape", "log", "sqrt", "e"})
_WHOLE = frozenset({"int", "len", "round"})
_HOLES = frozenset({"shift", "pct_change", "diff", "rolling"})
_FILLS = (
    "dropna", "fillna", "interpolate", "bfill", "ffill", "nan_to_num", "isnan", "isna", "notna", "isnull", "notnull",
    "min_periods", "Imputer", "fill_value",
)  # fmt: skip
WEIGHTED = ("Dense", "Conv", "LSTM", "GRU", "SimpleRNN", "Embedding", "BatchNormalization", "SeparableConv")
_BASES = frozenset({"Model", "Layer"})
_REPORTS = (
    "def evaluate(",
    "def test_step(",
    "def train_step(",
    "add_metric",
    "Metric)",
    "(Layer)",
    ".Layer)",
    "torch",
)
_TRAINS = frozenset({"fit", "train_on_batch", "fit_generator"})
_AVERAGES = frozenset({"AveragePooling1D", "AveragePooling2D", "AveragePooling3D"})


def looks(text: Text) -> Found:
    """All that stands in a program."""
    for look in (_numpy, _classes, _nothing, _lengths, _kept, _shared, _by_position, _holes):
        yield from look(text)


def _numpy(text: Text) -> Found:
    """A loss or a metric of the author's that calculates with NumPy, or with scikit-learn."""
    judges = {alias.asname or alias.name for node in text.all(ast.ImportFrom) for alias in node.names
              if (node.module or "").startswith("sklearn.metrics")}  # fmt: skip
    if "run_eagerly" in text.whole or "py_function" in text.whole:
        return
    for call in text.calls({"compile"}):
        for name in _given(call):
            function = text.functions.get(name)
            arguments = (
                {one.arg for one in function.args.args} if function and len(function.args.args) == 2 else set()
            )
            for node in walk(function) if function and arguments else ():
                if isinstance(node, ast.Call) and _leaves(node, judges) and names(node) & arguments:
                    said = f"{ast.unparse(node.func)} takes no tensor of a model"
                    yield "numpy", f"{said}: {name} is given tensors that hold no numbers yet.", node
                    break


def _given(call: ast.Call) -> Iterator[str]:
    """The names of the losses and metrics of a compile."""
    for node in (keyword(call, "loss"), keyword(call, "metrics"), *call.args[1:3]):
        for part in (node, *getattr(node, "elts", ())):
            if isinstance(part, ast.Name):
                yield part.id


def _leaves(node: ast.Call, judges: set[str]) -> bool:
    function = node.func
    if isinstance(function, ast.Name):
        return function.id in judges
    owner = getattr(function, "value", None)
    return isinstance(owner, ast.Name) and owner.id in _NUMPY and getattr(function, "attr", "") not in _HARMLESS


def _classes(text: Text) -> Found:
    """``callbacks=[EarlyStopping]``, ``optimizer=Adam``: a class, where an object of it is wanted."""
    groups = {"callbacks": "fit", "optimizer": "compile"}
    for argument, method in groups.items():
        known = set(api()["callbacks" if argument == "callbacks" else "optimizers"])
        for call in text.calls({method}):
            given = keyword(call, argument)
            for node in (given, *getattr(given, "elts", ())):
                name = getattr(node, "attr", getattr(node, "id", ""))
                if name in known and isinstance(node, ast.Name | ast.Attribute) and name not in text.values:
                    yield "class", f"{name} is a class here: write {name}().", node

    for call in text.calls({"fit"}):
        weights = keyword(call, "class_weight")
        made = text.resolved(weights) if weights is not None else None
        if weights is not None and called(made) == "compute_class_weight":
            said = "This is an array, and class_weight takes a dictionary"
            yield "class", f"{said}: dict(enumerate({ast.unparse(weights)})).", weights


def _nothing(text: Text) -> Found:
    """``model = model.add(…)`` gives None, ``loss, accuracy = model.evaluate(…)`` one number without metrics."""
    for statement in text.all(ast.Assign):
        value, target = statement.value, statement.targets[0]
        if not isinstance(value, ast.Call) or not isinstance(value.func, ast.Attribute):
            continue
        owner = value.func.value
        if called(value) == "add" and isinstance(target, ast.Name) and value.args and _is_layer(value.args[0]):
            again = isinstance(owner, ast.Name) and owner.id == target.id
            if again or called(owner) == "Sequential":
                yield "nothing", f"add gives None, and that is what {target.id} is from here on.", value
        elif called(value) == "evaluate" and isinstance(target, ast.Tuple) and len(target.elts) > 1:
            compiled = [call for call in text.calls({"compile"}) if owner_of(call) == ast.unparse(owner)]
            if compiled and all(map(_one_number, compiled)) and not _several_outputs(text):
                yield "nothing", "Without metrics= evaluate gives one number, the loss, and that has no parts.", value
            sequential = not any(text.calls({"Model", "load_model"}))
            many = _numbers(compiled[0]) if len(compiled) == 1 and sequential else 0
            plain = all(isinstance(part, ast.Name) for part in target.elts) and keyword(value, "return_dict") is None
            if many > 1 and plain and many != len(target.elts) and not any(map(text.whole.__contains__, _REPORTS)):
                asked = f"the loss and {many - 1} metric{'s' * (many > 2)}"
                yield (
                    "nothing",
                    f"evaluate gives {many} numbers here, {asked}, and {len(target.elts)} are wanted.",
                    value,
                )


def _one_number(call: ast.Call) -> bool:
    """Whether a compile asks for nothing but one loss."""
    hidden = any(given.arg is None for given in call.keywords) or any(isinstance(a, ast.Starred) for a in call.args)
    loss = argument_at(call, 1, "loss")
    single = isinstance(loss, ast.Constant | ast.Attribute | ast.Call)
    return single and not hidden and keyword(call, "metrics", "weighted_metrics") is None and len(call.args) < 3


def _numbers(call: ast.Call) -> int:
    """How many numbers evaluate gives after a compile of one loss and a list of metrics; 0 if that is not known."""
    hidden = any(given.arg in {None, "weighted_metrics"} for given in call.keywords) or len(call.args) > 2
    loss = argument_at(call, 1, "loss")
    given = keyword(call, "metrics")
    single = isinstance(loss, ast.Constant | ast.Attribute | ast.Call | ast.Name)
    listed = given.elts if isinstance(given, ast.List) and single and not hidden else []
    known = all(isinstance(one, ast.Constant | ast.Attribute | ast.Call) for one in listed)
    return 1 + len(listed) if listed and known else 0


def _several_outputs(text: Text) -> bool:
    given = [argument_at(call, 1, "outputs") for call in text.calls({"Model"})]
    made = [text.resolved(node) for node in given if node is not None]
    return any(isinstance(node, ast.List | ast.Tuple | ast.Dict) for node in made)


def _is_layer(node: ast.expr) -> bool:
    return called(node) in api()["layers"]


def _lengths(text: Text) -> Found:
    """``def __len__(self): return len(self.rows) / self.size``: a length is a whole number."""
    for function in text.all(ast.FunctionDef):
        if function.name != "__len__":
            continue
        for node in walk(function):
            value = node.value if isinstance(node, ast.Return) else None
            up = isinstance(value, ast.Call) and ast.unparse(value.func) in {"np.ceil", "np.floor", "numpy.ceil"}
            if value is not None and (up or (isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div))):
                yield "length", "This is a float, and Python stops at a length that is no int: int(…).", value


def _kept(text: Text) -> Found:
    """A class of the author's that does not begin as one of Keras, or makes its layers anew in each call."""
    for node in text.all(ast.ClassDef):
        if not bases(node) & _BASES or len(node.bases) > 1:
            continue
        methods = {part.name: part for part in node.body if isinstance(part, ast.FunctionDef)}
        init, call = methods.get("__init__"), methods.get("call")
        if init and "super(" not in ast.unparse(init) and ".__init__(" not in ast.unparse(init) and call:
            first = next(iter(init.body))
            if isinstance(first, ast.Assign) and ast.unparse(first.targets[0]).startswith("self."):
                said = f"{node.name} keeps nothing before Keras has begun it"
                yield "kept", f"{said}: super().__init__() comes first.", first.targets[0]
        for layer in _made_in(text, methods, call) if call else ():
            said = f"This {called(layer)} is made anew in each call"
            yield "kept", f"{said}: make it in __init__, where Keras finds its weights.", layer


def _made_in(text: Text, methods: Mapping[str, ast.FunctionDef], call: ast.FunctionDef) -> Iterator[ast.Call]:
    """The layers with weights that ``call`` makes and calls, by itself or by functions that it calls."""
    functions = {one.name: one for one in text.all(ast.FunctionDef) if not text.function_of(one)} | dict(methods)
    reached = [call]
    for function in reached:
        asked = [functions[called(node)] for node in walk(function) if called(node) in functions]
        reached += [one for one in asked if one not in reached and one.name not in {"__init__", "build"}]
    weighted = {one.name for one in text.all(ast.ClassDef) if _has_weights(one)}
    for function in reached:
        if any(isinstance(node, ast.If) and "self." in ast.unparse(node.test) for node in walk(function)):
            continue  # it may be made once only
        held = assigned(walk(function))
        for node in walk(function):
            maker = node.func if isinstance(node, ast.Call) else None
            made = held.get(maker.id) if isinstance(maker, ast.Name) else maker
            of_keras = called(made).startswith(WEIGHTED) and made is not None and _is_layer(made)
            if isinstance(made, ast.Call) and (of_keras or called(made) in weighted) and node is not made:
                yield made


def _has_weights(node: ast.ClassDef) -> bool:
    """Whether a layer or model of the author's makes weights, or layers that have them."""
    made = {called(part) for part in walk(node)}
    return bool(bases(node) & _BASES) and any(name == "add_weight" or name.startswith(WEIGHTED) for name in made)


def _shared(text: Text) -> Found:
    """One optimizer object for two models: it belongs to the weights that it met first."""
    trained = {owner_of(call) for call in text.calls(_TRAINS)}
    owners: dict[str, list[tuple[str, ast.Call]]] = {}
    for name, owner, call in (*_compiled(text), *_compiled_in_functions(text)):
        if owner in trained and f"{name}.build(" not in text.whole:
            owners.setdefault(name, []).append((owner, call))
    for name, used in owners.items():
        first = used[0][0]
        other = next(((owner, call) for owner, call in used if owner != first), None)
        if other is not None:
            said = f"{name} is the optimizer of {first} already, and knows its weights only"
            yield "shared", f"{said}: give {other[0]} one of its own.", other[1]
        else:
            again = next((call for owner, call in used if _in_rounds(text, name, owner, call)), None)
            if again is not None:
                said = (
                    f"{name} is made once, and {first} in each round: in the second one it knows other weights only"
                )
                yield "shared", f"{said}: make the optimizer in the loop, too.", again


def _compiled(text: Text) -> Iterator[tuple[str, str, ast.Call]]:
    """The optimizers of the program that models are compiled with outside of all functions, and these models."""
    for call in text.calls({"compile"}):
        given = argument_at(call, 0, "optimizer")
        if isinstance(given, ast.Name) and not text.function_of(call) and _is_optimizer(text, given.id):
            yield given.id, owner_of(call), call


def _compiled_in_functions(text: Text) -> Iterator[tuple[str, str, ast.Call]]:
    """The same of models that a function makes and compiles, with an optimizer that it is given, or knows."""
    made = [one for one in text.all(ast.Assign) if isinstance(one.targets[0], ast.Name) and not text.function_of(one)]
    for function in text.all(ast.FunctionDef):
        arguments = [one.arg for one in function.args.args]
        held = {node.id for part in function.body for node in walk(part)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}  # fmt: skip
        for call in (node for node in walk(function) if called(node) == "compile" and isinstance(node, ast.Call)):
            given = argument_at(call, 0, "optimizer")
            if not isinstance(given, ast.Name) or given.id in held or owner_of(call) not in held:
                continue
            for one in made:
                value, model = one.value, getattr(one.targets[0], "id", "")
                if not isinstance(value, ast.Call) or getattr(value.func, "id", "") != function.name:
                    continue
                asked = bound(function, value)
                name = asked.get(given.id) if given.id in arguments else given
                if isinstance(name, ast.Name) and _is_optimizer(text, name.id):
                    yield name.id, model, value


def _is_optimizer(text: Text, name: str) -> bool:
    """Whether a variable of the program holds one optimizer object, which is made outside of all loops."""
    values = text.values.get(name, [])
    within = {id(part) for loop in (*text.all(ast.For), *text.all(ast.While)) for part in walk(loop)}
    single = len(values) == 1 and called(values[0]) in api()["optimizers"] and id(values[0]) not in within
    return single and not text.function_of(values[0])


def _in_rounds(text: Text, name: str, owner: str, call: ast.Call) -> bool:
    """Whether a loop makes a model anew in each round, and trains it there."""
    for loop in (one for one in text.all(ast.For) if any(part is call for part in walk(one))):
        inside = list(walk(loop))
        made = [one for one in inside if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == owner]
        fits = [
            node
            for node in inside
            if called(node) in _TRAINS and isinstance(node, ast.Call) and owner_of(node) == owner
        ]
        new = [one for one in made if one.value is call or called(one.value) in {"Sequential", "Model"}]
        if new and len(new) == len(made) and fits:
            return True
    return False


def _by_position(text: Text) -> Found:
    """What Keras 3 wants by name, or wants: ``add_weight("w", …)``, ``AveragePooling2D()``, ``optimizer.lr``."""
    if "assertRaises" in text.whole or "pytest.raises" in text.whole:
        return
    for call in text.calls({"add_weight", *_AVERAGES}):
        first = argument_at(call, 0)
        if called(call) == "add_weight" and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield (
                "weight",
                "Keras 3 stops here: add_weight takes the name by name, add_weight(name=…, shape=…).",
                call,
            )
        if called(call) in _AVERAGES and first is None and not call.keywords and "keras" in text.whole:
            yield "weight", f"Keras 3 stops here: {called(call)} wants its pool_size.", call
    for node in text.all(ast.Attribute):
        owner = node.value
        if node.attr == "lr" and isinstance(node.ctx, ast.Load) and getattr(owner, "attr", "") == "optimizer":
            yield "weight", "Keras 3 stops here: optimizer.lr is now optimizer.learning_rate.", node


def _holes(text: Text) -> Found:
    """``table["change"] = table["price"].pct_change()``: the first rows hold no number, and nobody takes them out."""
    trains = any(True for _ in text.calls({"fit"}))
    if not trains or any(word in text.whole for word in _FILLS) or "keras" not in text.whole:
        return
    for statement in text.all(ast.Assign):
        target = statement.targets[0]
        column = target.slice if isinstance(target, ast.Subscript) else None
        made = next((node for node in walk(statement.value) if called(node) in _HOLES), None)
        compared = any(isinstance(node, ast.Compare) for node in walk(statement.value))
        name = column.value if isinstance(column, ast.Constant) else None
        asked = isinstance(name, str) and text.whole.count(repr(name)) > 1
        if asked and isinstance(made, ast.Call) and not compared and not _cut(text, target):
            said = f"{called(made)} leaves rows without a number"
            yield "holes", f"{said}, and nothing takes them out: the loss is nan from the first batch on.", made


def _cut(text: Text, target: ast.expr) -> bool:
    """Whether rows of the table are cut away somewhere."""
    table = ast.unparse(getattr(target, "value", target))
    for node in text.all(ast.Subscript):
        index = first_of(node.slice)
        if isinstance(index, ast.Slice) and index.lower is not None:
            return True
    return f"{table}.dropna" in text.whole
