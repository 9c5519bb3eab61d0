"""What can be said of data without loading it: where it comes from, and what was done to it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from autograder.anatomy.source import fold
from autograder.anatomy.source.arguments import bind
from autograder.anatomy.source.facts import fact
from autograder.anatomy.source.machine import Call, Machine
from autograder.anatomy.source.names import api, resolve
from autograder.anatomy.source.spellings import VALUES
from autograder.anatomy.source.values import Bound, Items, Thing, plain
from autograder.anatomy.training import Comparison, Data, Step
from autograder.anatomy.unknown import Place, Unknown

_OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide", ast.FloorDiv: "divide",
    ast.Pow: "power",
}  # fmt: skip
_ONE_WAY = (ast.Div, ast.FloorDiv, ast.Pow)
_SHAPES: dict[str, tuple[Any, Any]] = {
    "mnist": ((60000, 28, 28), (60000,)),
    "fashion_mnist": ((60000, 28, 28), (60000,)),
    "cifar10": ((50000, 32, 32, 3), (50000, 1)),
    "cifar100": ((50000, 32, 32, 3), (50000, 1)),
    "boston_housing": ((None, 13), (None,)),
}
_TEST_ROWS = 10000
_SHORT = 1000
_LOADS = frozenset({
    "pandas.read_csv", "pandas.read_excel", "pandas.read_json", "pandas.read_pickle", "pandas.read_hdf",
    "pandas.read_table", "pandas.read_parquet", "pandas.DataFrame", "numpy.load", "numpy.loadtxt", "numpy.genfromtxt",
    "cv2.imread", "joblib.load", "pickle.load",
})  # fmt: skip
_MADE_UP = ("numpy.random.", "tensorflow.random.", "keras.random.", "sklearn.datasets.")
_SHAPED = frozenset({"numpy.zeros", "numpy.ones", "numpy.empty", "numpy.random.random", "numpy.random.random_sample"})
_RANGES = {
    "numpy.arange": ("start", "stop"),
    "numpy.linspace": ("start", "stop"),
    "numpy.random.randint": ("low", "high"),
    "numpy.random.uniform": ("low", "high"),
}
_SAME = frozenset({
    "numpy.array", "numpy.asarray", "numpy.float32", "numpy.squeeze", "numpy.copy", "numpy.ascontiguousarray",
    "tensorflow.convert_to_tensor", "tensorflow.constant", "tensorflow.cast", "pandas.Series",
    "keras.ops.convert_to_tensor",
    "keras.ops.array", "tensorflow.data.Dataset.from_tensor_slices", "builtins.list", "builtins.tuple",
})  # fmt: skip
_SHAPING = frozenset({
    "reshape", "astype", "expand_dims", "transpose", "flatten", "ravel", "copy", "to_numpy", "values", "drop", "head",
    "tail", "iloc", "loc", "sample", "T", "squeeze", "tolist", "as_matrix", "dropna", "batch", "shuffle", "prefetch",
    "repeat", "cache", "take", "skip", "concatenate", "vstack", "hstack", "pop", "fillna", "reset_index",
    "get_values",
    "sort_index", "index", "columns",
})  # fmt: skip
_FILE_ORDER = "labels in the order of their files"
_ROWS = frozenset({"take", "skip", "shuffle"})
_SCALERS = frozenset({
    "StandardScaler", "MinMaxScaler", "RobustScaler", "MaxAbsScaler", "Normalizer", "PowerTransformer",
    "QuantileTransformer",
})  # fmt: skip
_ENCODERS = {"LabelBinarizer": "one_hot", "OneHotEncoder": "one_hot", "LabelEncoder": "encoded"}
_ONE_HOT = frozenset({"tensorflow.one_hot", "keras.ops.one_hot", "pandas.get_dummies"})
_TRANSFORMS = frozenset({"transform", "fit_transform"})


def changed(data: Data, name: str, what: Any = None, shape: Any = None, place: Place | None = None) -> Data:
    """The data after another step."""
    return replace(data, steps=(*data.steps, Step(name, what, place=place)), shape=shape)


def _scaled(data: Data, name: str, shape: Any, fitted: bool) -> Data:
    return replace(data, steps=(*data.steps, Step("scaler", name, fitted)), shape=shape)


def load_data(name: str) -> Any:
    """``keras.datasets.mnist.load_data()``: two pairs."""
    x, y = _SHAPES.get(name, (None, None))
    origin = f"keras.datasets.{name}"
    test = [None if shape is None else (_TEST_ROWS if shape[0] else None, *shape[1:]) for shape in (x, y)]
    return (
        (Data(origin, "x_train", shape=x), Data(origin, "y_train", shape=y)),
        (Data(origin, "x_test", shape=test[0]), Data(origin, "y_test", shape=test[1])),
    )


def library(machine: Machine, dotted: str, call: Call) -> Any:
    """What a function of another library gives; Unknown if nothing can be said."""
    group, name = resolve(dotted)
    last = dotted.rpartition(".")[2]
    if group == "datasets" and name.endswith(".load_data"):
        return load_data(name.split(".")[0])
    if last in _SCALERS | _ENCODERS.keys() and dotted.startswith("sklearn."):
        return Thing("scalers", last, {}, call.place)
    if last in {"set_image_data_format", "set_image_dim_ordering"} and dotted.startswith("keras."):
        machine.store.set(machine.met, "data_format", _data_format(call))
        return None
    if group in {"utils", "preprocessing"} and name in _KERAS:
        return _KERAS[name](machine, name, call)
    if last == "train_test_split":
        return _split(call)
    if dotted.startswith("sklearn.metrics."):
        _compare(machine, call)
    data = next((value for value in call.values if isinstance(value, Data)), None)
    return _source(machine, dotted, call) if data is None else _treated(data, dotted, call)


def _compare(machine: Machine, call: Call) -> None:
    """Remember where labels in the order of their files are compared with something."""
    truth = call.keywords.get("y_true", call.arguments[0] if call.arguments else None)
    if isinstance(truth, Data) and truth.origin == _FILE_ORDER and len(call.values) > 1:
        machine.collect("comparisons", Comparison(truth.given["of"], call.place))


def _data_format(call: Call) -> Any:
    given = call.values[0] if call.values else None
    found = VALUES["data_format"].get(given, given) if isinstance(given, str) else None
    return found or Unknown("where the channels are", call.place)


def _treated(data: Data, dotted: str, call: Call) -> Data:
    """The data after a function of a library."""
    last = dotted.rpartition(".")[2]
    if dotted in _SAME:
        return changed(data, "unknown", "bool", data.shape) if _asks_truth(call) else data
    if dotted.startswith("numpy.") and last in _SHAPING:
        return changed(data, last)
    if last == "preprocess_input":
        return changed(data, "scaler", dotted, None, call.place)
    if last in {"normalize", "scale", "minmax_scale"}:
        return _scaled(data, last, None, last in {"scale", "minmax_scale"})
    if dotted in _ONE_HOT:
        return changed(data, "one_hot", fact(call.arguments[1]) if len(call.arguments) > 1 else None)
    return changed(data, "unknown", dotted)


def _asks_truth(call: Call) -> bool:
    """Whether numbers become True and False."""
    kinds = (getattr(value, "dotted", value) for value in call.values)
    return any(isinstance(kind, str) and kind.rpartition(".")[2].rstrip("_") == "bool" for kind in kinds)


def _source(machine: Machine, dotted: str, call: Call) -> Any:
    if dotted in _LOADS:
        return Data(dotted, shape=None)
    if dotted in _SAME and call.arguments:
        value = plain(call.arguments[0])
        if isinstance(value, tuple):
            return Data("literal", shape=_shape_of(value), given=_range_of(value))
        return Unknown(dotted, call.place)
    if call.keywords.get("return_X_y") is True and dotted.startswith("sklearn.datasets."):
        return Data(dotted, steps=(Step("data"),)), Data(dotted, "target")
    if dotted in _SHAPED or dotted in _RANGES or dotted.startswith(_MADE_UP):
        return Data(dotted, shape=_asked_shape(dotted, call), given=_asked_range(dotted, call))
    return Unknown(f"what {dotted} gives", call.place)


def _asked_shape(dotted: str, call: Call) -> Any:
    if dotted in {"numpy.random.rand", "numpy.random.randn"}:
        shape: Any = call.arguments
    else:
        shape = call.keywords.get("size", call.keywords.get("shape", call.arguments[0] if call.arguments else None))
        if dotted not in _SHAPED and "size" not in call.keywords and "shape" not in call.keywords:
            return None
    shape = plain(shape)
    shape = (shape,) if type(shape) is int else shape
    known = isinstance(shape, tuple) and all(type(axis) in (int, Unknown) for axis in shape)
    return tuple(axis if type(axis) is int else None for axis in shape) if known else None


def _asked_range(dotted: str, call: Call) -> dict[str, Any]:
    """The lowest and the highest number that ``numpy.arange`` and its relatives give."""
    low, high = _RANGES.get(dotted, ("", ""))
    given = dict(zip((low, high), call.arguments, strict=False)) | call.keywords
    ends = [0, given.get(low)] if high not in given else [given.get(low, 0), given[high]]
    return {"range": tuple(ends)} if low and all(type(end) in (int, float) for end in ends) else {}


def _shape_of(value: Any) -> tuple[Any, ...] | None:
    """The shape of a literal array."""
    shape: list[Any] = []
    while isinstance(value, tuple) and len(shape) < 10:
        shape.append(len(value))
        if len({len(row) if isinstance(row, tuple) else -1 for row in value}) != 1:
            break
        value = value[0]
    return tuple(shape)


def _range_of(value: Any) -> dict[str, Any]:
    """The lowest and the highest number of a short literal array, if all of it is numbers."""
    rows, numbers = [value], []
    while rows:
        for item in rows.pop():
            if isinstance(item, tuple):
                rows.append(item)
            elif isinstance(item, int | float):
                numbers.append(item)
            else:
                return {}
        if len(rows) + len(numbers) > _SHORT:
            return {}
    return {"range": (min(numbers), max(numbers))} if numbers else {}


def _split(call: Call) -> Any:
    """``train_test_split(x, y)``."""
    found: list[Any] = []
    for value in call.arguments:
        for part in ("train", "test"):
            known = isinstance(value, Data)
            rows = (None, *value.shape[1:]) if known and value.shape else None
            found.append(changed(value, "split", part, rows) if known else Unknown(f"{part} part of {value!r}"[:80]))
    return tuple(found)


def _one_hot(machine: Machine, name: str, call: Call) -> Any:
    given = bind(
        machine, ("utils", name), [["x"], ["num_classes", None]], call, frozenset({"dtype", "y", "nb_classes"})
    )
    data = given.get("x", given.get("y"))
    data = data if isinstance(data, Data) else Data("unknown")
    return changed(data, "one_hot", fact(given.get("num_classes", given.get("nb_classes"))))


def _generator(machine: Machine, name: str, call: Call) -> Thing:
    return Thing("generators", name, bind(machine, ("generators", name), api()["generators"][name], call), call.place)


def _directory(machine: Machine, name: str, call: Call) -> Data:
    parameters = api()["functions"].get(f"utils.{name}", [["directory"]])
    return Data(name, given=fact(bind(machine, ("utils", name), parameters, call)), place=call.place)


def _normalised(machine: Machine, name: str, call: Call) -> Any:
    data = next((value for value in call.values if isinstance(value, Data)), Data("unknown"))
    return changed(data, "scaler", "normalize")


_KERAS: dict[str, Callable[[Machine, str, Call], Any]] = {
    "to_categorical": _one_hot,
    "normalize": _normalised,
    "ImageDataGenerator": _generator,
    "image_dataset_from_directory": _directory,
    "text_dataset_from_directory": _directory,
}


def thing_method(machine: Machine, thing: Thing, name: str, call: Call) -> Any:
    """Methods of scalers and generators; any other thing just counts as used."""
    machine.escape(thing)
    data = next((value for value in call.values if isinstance(value, Data)), None)
    if thing.group == "scalers" and name in _TRANSFORMS:
        step = "scaler" if thing.name in _SCALERS else _ENCODERS[thing.name]
        shape = data.shape if data is not None and step == "scaler" else None
        if step == "scaler":
            return _scaled(data or Data("unknown"), thing.name, shape, name == "fit_transform")
        return changed(data or Data("unknown"), step, thing.name, shape)
    if thing.group == "scalers" and name == "fit":
        return thing
    if thing.group == "generators" and name.startswith("flow"):
        return _flow(machine, thing, name, call)
    for value in call.values:
        machine.escape(value)
    return Unknown(f"what {name} gives", call.place)


def _flow(machine: Machine, thing: Thing, name: str, call: Call) -> Data:
    given = bind(machine, ("generators", name), api()["generators"].get(name, []), call)
    source = given.get("x")
    if name == "flow" and not isinstance(source, Data):
        source = (
            source[0] if isinstance(source, tuple) and source and isinstance(source[0], Data) else Data("unknown")
        )
    data = source if name == "flow" and isinstance(source, Data) else Data(name)
    steps = [Step(key, fact(value)) for key, value in thing.arguments.items() if value is not None]
    rescaled = [Step("multiply", step.what) for step in steps if step.name == "rescale"]
    steps = [step for step in steps if step.name != "rescale"] + rescaled
    facts: Mapping[str, Any] = {key: fact(value) for key, value in given.items() if key not in {"x", "y"}}
    made = (*data.steps, Step("generator", thing.name), *steps)
    return Data(data.origin, data.part, made, None, facts, call.place)


def attribute(machine: Machine, data: Data, name: str, place: Place) -> Any:
    """``data.name``."""
    if name == "shape":
        shape = data.shape
        return Unknown("the shape of data", place) if shape is None else tuple(
            Unknown("the shape of data", place) if axis is None else axis for axis in shape
        )  # fmt: skip
    if name in {"values", "T", "iloc", "loc", "data"}:
        return changed(data, name)
    if name in {"classes", "labels"} and data.origin.startswith("flow_from_"):
        return Data(_FILE_ORDER, given={"of": data})
    if name == "target":
        return Data(data.origin, "target")
    return Bound(data, name)


def method(machine: Machine, data: Data, name: str, call: Call) -> Any:
    """``data.name(…)``."""
    if name == "astype":
        name = "unknown" if _asks_truth(call) else name
        return changed(data, name, fact(call.arguments[0]) if call.arguments else None, data.shape)
    if name == "reshape":
        wanted = plain(call.arguments[0] if len(call.arguments) == 1 else call.arguments)
        wanted = (wanted,) if type(wanted) is int else wanted
        known = isinstance(wanted, tuple) and all(type(axis) in (int, Unknown) for axis in wanted)
        shape = tuple(axis if type(axis) is int and axis >= 0 else None for axis in wanted) if known else None
        return changed(data, name, None, shape)
    if name in {"mean", "std", "min", "max", "var", "describe", "sum"}:
        return Data(data.origin, f"{name} of {data.part or 'it'}")
    if name in _ROWS:
        what = fact(_reshuffles(call)) if name == "shuffle" else name
        return changed(data, name, what, None, call.place)
    return changed(data, name if name in _SHAPING else "unknown", name)


def _reshuffles(call: Call) -> Any:
    """Whether ``Dataset.shuffle`` draws another order in every pass, which is the default."""
    given = call.arguments[2] if len(call.arguments) > 2 else call.keywords.get("reshuffle_each_iteration")
    unfollowed = Unknown("arguments that could not be followed", call.place)
    return unfollowed if call.open else True if given is None else given


def operate(kind: type[ast.AST], left: Any, right: Any, place: Place) -> Data:
    """Arithmetic with data on one side at least."""
    data, other = (left, right) if isinstance(left, Data) else (right, left)
    if kind is ast.Mult and isinstance(other, float) and other:
        return changed(data, "multiply", other, data.shape, place)
    name = "unknown" if data is right and kind in _ONE_WAY else _OPERATORS.get(kind, "unknown")
    keeps = isinstance(other, int | float | Data | Unknown)
    return changed(data, name, other if fold.is_constant(other) else "data", data.shape if keeps else None, place)


def element(data: Data, index: Any) -> Data:
    """``data[index]``: a column, some rows."""
    if isinstance(index, str) or (isinstance(index, Items) and index.items):
        part = fact(index)
        return Data(data.origin, part, data.steps, None, data.given)
    if isinstance(index, slice) and data.shape:
        return changed(data, "rows", None, (None, *data.shape[1:]))
    return changed(data, "part")
