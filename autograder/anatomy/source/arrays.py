"""What can be said of data without loading it: where it comes from, and what was done to it."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from autograder.anatomy.source import (
    answers,
    choices,
    extent,
    fold,
    options,
    origins,
    pictures,
    pipelines,
    vocabulary,
)
from autograder.anatomy.source.arguments import bind
from autograder.anatomy.source.extent import Extent
from autograder.anatomy.source.facts import fact
from autograder.anatomy.source.machine import Call, Machine
from autograder.anatomy.source.names import api, resolve
from autograder.anatomy.source.spellings import VALUES
from autograder.anatomy.source.values import Bound, Items, Thing, plain
from autograder.anatomy.training import COLUMN, OVER, READS_FOLDERS, Comparison, Data, Kept, Step
from autograder.anatomy.unknown import Place, Unknown

_OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide", ast.Pow: "power",
}  # fmt: skip
_ARITHMETIC: dict[str, type[ast.AST]] = {
    "add": ast.Add, "subtract": ast.Sub, "multiply": ast.Mult, "divide": ast.Div, "power": ast.Pow, "pow": ast.Pow,
}  # fmt: skip
_ONE_WAY = (ast.Div, ast.FloorDiv, ast.Pow)
_SAME = frozenset({
    "numpy.array", "numpy.asarray", "numpy.float32", "numpy.copy", "numpy.ascontiguousarray",
    "tensorflow.convert_to_tensor", "tensorflow.constant", "tensorflow.cast", "pandas.Series",
    "keras.ops.convert_to_tensor",
    "keras.ops.array", "tensorflow.data.Dataset.from_tensor_slices", "builtins.list", "builtins.tuple",
})  # fmt: skip
_SHAPING = frozenset({
    "reshape", "astype", "expand_dims", "transpose", "flatten", "ravel", "copy", "to_numpy", "values", "drop", "head",
    "tail", "iloc", "loc", "sample", "T", "squeeze", "tolist", "as_matrix", "dropna", "batch", "shuffle", "prefetch",
    "repeat", "cache", "take", "skip", "concatenate", "vstack", "hstack", "pop", "fillna", "reset_index",
    "get_values", "toarray", "todense",
    "sort_index", "index", "columns",
})  # fmt: skip
_OF_LISTS = frozenset({"array", "asarray", "stack", "convert_to_tensor", "constant"})
GROWN = "list"  # an array of a list that could not be followed
_FILE_ORDER = "labels in the order of their files"
_ROWS = frozenset({"take", "skip", "shuffle"})
_SCALERS = frozenset({
    "StandardScaler", "MinMaxScaler", "RobustScaler", "MaxAbsScaler", "Normalizer", "PowerTransformer",
    "QuantileTransformer",
})  # fmt: skip
_ENCODERS = {
    "MultiLabelBinarizer": "multi_hot",
    "LabelBinarizer": "one_hot",
    "OneHotEncoder": "one_hot",
    "LabelEncoder": "encoded",
}
# Which argument says how many columns come out, where it stands, and how many without it.
_REDUCERS: dict[str, tuple[str, int, int | None]] = {
    "PCA": ("n_components", 0, None), "IncrementalPCA": ("n_components", 0, None),
    "KernelPCA": ("n_components", 0, None), "SparsePCA": ("n_components", 0, None),
    "TruncatedSVD": ("n_components", 0, 2), "FastICA": ("n_components", 0, None), "NMF": ("n_components", 0, None),
    "FactorAnalysis": ("n_components", 0, None), "TSNE": ("n_components", 0, 2),
    "LinearDiscriminantAnalysis": ("n_components", 9, None), "SelectKBest": ("k", 1, 10),
    "RFE": ("n_features_to_select", 9, None), "PolynomialFeatures": ("degree", 0, 2),
}  # fmt: skip
_CONSTANT = frozenset({"numpy.zeros", "numpy.ones", "numpy.full"})
_STACKS = frozenset({"concatenate", "vstack", "hstack", "concat", "column_stack"})
_REDUCES = frozenset({"mean", "std", "min", "max", "var", "sum", "median", "prod", "any", "all"})
# The functions of NumPy, TensorFlow and Keras that find one, by the methods of the same meaning.
_STATISTICS = {
    **{name: name for name in ("mean", "std", "min", "max", "var", "median")}, "amin": "min", "amax": "max",
    "ptp": "max", "nanmean": "mean", "nanstd": "std", "nanmin": "min", "nanmax": "max", "nanmedian": "median",
    "reduce_mean": "mean", "reduce_std": "std", "reduce_min": "min", "reduce_max": "max",
}  # fmt: skip
_PICTURES = {"flow_from_directory": "target_size", "image_dataset_from_directory": "image_size"}
_OF_PICTURES = frozenset({"shuffle", "prefetch", "cache", "take", "skip", "repeat"})
_FACES = {
    "sklearn.datasets.fetch_olivetti_faces": (400, 64, 64), "sklearn.datasets.load_digits": (1797, 8, 8),
}  # fmt: skip
_TABLES, _TABLE = frozenset({"numpy.loadtxt", "numpy.genfromtxt"}), (None, None)
_TRANSFORMS = frozenset({"transform", "fit_transform"})
_IN_A_ROW = frozenset({"sklearn.pipeline.make_pipeline", "sklearn.pipeline.Pipeline"})


def changed(data: Data, name: str, what: Any = None, shape: Extent = None, place: Place | None = None) -> Data:
    """The data after another step."""
    return replace(data, steps=(*data.steps, Step(name, what, place=place)), shape=shape)


def _scaled(data: Data, name: str, shape: Extent, fitted: bool) -> Data:
    return replace(data, steps=(*data.steps, Step("scaler", name, fitted)), shape=shape)


def library(machine: Machine, dotted: str, call: Call) -> Any:
    """What a function of another library gives; Unknown if nothing can be said."""
    group, name = resolve(dotted)
    last = dotted.rpartition(".")[2]
    if group == "datasets" and name.endswith(".load_data"):
        return origins.load_data(name.split(".")[0], call)
    if (made := _object(dotted, last, call)) is not None:
        return made
    if last in {"set_image_data_format", "set_image_dim_ordering"} and dotted.startswith("keras."):
        machine.store.set(machine.met, "data_format", _data_format(call))
        return None
    if group in {"utils", "preprocessing"} and name in _KERAS:
        return _KERAS[name](machine, name, call)
    if last == "train_test_split":
        return _split(call)
    if dotted.startswith("sklearn.metrics."):
        _compare(machine, call)
    return _of_arrays(machine, dotted, call)


def _object(dotted: str, name: str, call: Call) -> Any:
    """A parser, a scaler, an encoder, a PCA, or several of these in a row; None for anything else."""
    if dotted == options.PARSER:
        return options.parser(call)
    if dotted in _IN_A_ROW:
        return _in_a_row(dotted, call)
    if dotted == vocabulary.TOKENIZER:
        return vocabulary.tokenizer(call)
    if not dotted.startswith("sklearn."):
        return None
    if name in _REDUCERS:
        return Thing("reducers", name, _asked_columns(name, call), call.place)
    return Thing("scalers", name, {}, call.place) if name in _SCALERS or name in _ENCODERS else None


def _in_a_row(dotted: str, call: Call) -> Any:
    """``make_pipeline(StandardScaler(), PCA(8))``; Unknown if a part is something else."""
    named = plain(call.values[0]) if dotted.endswith("Pipeline") and call.values else None
    pairs = named if isinstance(named, tuple) else ()
    parts = [pair[-1] if isinstance(pair, tuple) and pair else None for pair in pairs] or list(call.arguments)
    if not parts or not all(isinstance(part, Thing) and part.group in {"scalers", "reducers"} for part in parts):
        return Unknown(dotted, call.place)
    return Thing("reducers", "Pipeline", {"parts": parts}, call.place)


def _asked_columns(name: str, call: Call) -> dict[str, Any]:
    """How many columns something makes of those that it is given; nothing if that is not known."""
    key, at, default = _REDUCERS[name]
    wanted = call.argument(at, key, default=default)
    own = {"include_bias", "interaction_only"} & call.keywords.keys()
    flags = {key: call.keywords[key] for key in own}
    known = type(wanted) is int and not call.open and all(type(flag) is bool for flag in flags.values())
    return {"columns": wanted, **flags} if known and len(call.arguments) < 2 + (name == "SelectKBest") else {}


def _reduced(data: Data, thing: Thing) -> Data:
    """The columns that ``PCA(5)`` and its relatives make of others."""
    rows = data.shape if data.shape is not None and len(data.shape) == 2 else None
    columns = thing.arguments.get("columns")
    if thing.name == "PolynomialFeatures" and columns is not None:
        columns = _powers(thing.arguments, rows[1] if rows else None)
    return changed(data, "unknown", thing.name, None if rows is None else (rows[0], columns))


def _powers(given: Mapping[str, Any], width: int | None) -> int | None:
    """How many products of so many columns there are, up to a degree."""
    if width is None:
        return None
    degrees = range(0 if given.get("include_bias", True) else 1, given["columns"] + 1)
    alone = given.get("interaction_only", False)
    return sum(math.comb(width if alone else width + degree - 1, degree) for degree in degrees)


def _of_arrays(machine: Machine, dotted: str, call: Call) -> Any:
    """What becomes of data, or of lists of them."""
    last = dotted.rpartition(".")[2]
    if (found := pipelines.made(dotted, call)) is not None:
        return found
    data = call.first(Data)
    if data is not None and last in _ARITHMETIC and dotted.startswith(_ARRAYS) and len(call.arguments) == 2:
        return operate(_ARITHMETIC[last], *call.arguments, call.place)
    if data is not None:
        chosen = dotted == "numpy.where" and call.arguments[0] is data
        return _chosen_by(machine, data, call) if chosen else _treated(data, dotted, call)
    first = call.values[0] if call.values else None
    if isinstance(first, Items) and first.items is None and dotted.startswith(_ARRAYS):
        return _grown(machine, first, last in _OF_LISTS)
    value = plain(first)
    if isinstance(value, tuple) and (dotted in _SAME or (last in _STACKS and dotted.startswith(_ARRAYS))):
        return _together(machine, last, value, call)
    flows = dotted.startswith("tensorflow.data.")
    return Unknown(dotted, call.place) if dotted in _SAME and not flows else origins.source(machine, dotted, call)


def _grown(machine: Machine, listed: Items, stacked: bool) -> Data:
    """An array of what a loop has put into a list."""
    shapes = {_of_item(item) for item in listed.each}
    shape = shapes.pop() if len(shapes) == 1 and stacked else None
    made = Data(GROWN, shape=None if shape is None else (None, *shape), source=machine.store.tick())
    ends = [_ends(item) for item in listed.each]
    if shape == () and ends and None not in ends:
        lows, highs = zip(*(pair for pair in ends if pair), strict=True)
        return replace(made, origin="literal", given={"range": (min(lows), max(highs))})
    items = [item for item in listed.each if isinstance(item, Data)]
    if shape is None or not items or len(items) < len(listed.each) or len({item.steps for item in items}) > 1:
        return made
    return replace(made, origin=items[0].origin, part=items[0].part, steps=items[0].steps, given=items[0].given)


def _ends(item: Any) -> tuple[int, int] | None:
    """The lowest and the highest that one number of a list may be."""
    if isinstance(item, Unknown):
        return item.ends
    return (item, item) if type(item) is int else None


def _of_item(item: Any) -> Extent:
    """The shape of one item of a list: of a number, of data, or of another list that grew."""
    if isinstance(item, Items) and item.items is None:
        shapes = {_of_item(inner) for inner in item.each}
        shape = shapes.pop() if len(shapes) == 1 else None
        return None if shape is None else (None, *shape)
    return extent.of_literal(plain(item))


def _together(machine: Machine, last: str, value: tuple[Any, ...], call: Call) -> Data:
    """``np.array([…])`` and ``np.concatenate([a, b])``."""
    if len(value) == 1 and isinstance(value[0], Data) and last in {"array", "asarray", "vstack", "stack"}:
        return _in_one(value[0], last)
    made = origins.literal(machine, value)
    if last not in _STACKS:
        return made
    if last == "column_stack":
        return _beside_each_other(value, made)
    axis = call.argument(1, "axis", default=0)
    whole = [extent.of_literal(item) for item in value]
    rank = len(whole[0] or ()) if whole else 0
    axis = axis if last in {"concatenate", "concat"} else None if rank < 2 else 0 if last == "vstack" else 1
    sorted_rows = len(value) > 1 and all(isinstance(item, Data) and item.origin in _CONSTANT for item in value)
    given = {"sorted": True} if sorted_rows else {}
    given |= origins.of_all(value) if last in {"concatenate", "concat", "hstack"} else {}
    return Data(f"numpy.{last}", shape=extent.joined(whole, axis), given=given, source=made.source)


def _beside_each_other(value: tuple[Any, ...], made: Data) -> Data:
    """``np.column_stack([a, b])``: rows of numbers become columns."""
    whole = [extent.of_literal(item) for item in value]
    columns = [(*shape, 1) if shape is not None and len(shape) == 1 else shape for shape in whole]
    return Data("numpy.column_stack", shape=extent.joined(columns, 1), source=made.source)


def _in_one(data: Data, last: str) -> Data:
    """``np.array([image])``: a batch of one; ``np.vstack([images])`` is the same again."""
    if last == "vstack" and data.shape is not None and len(data.shape) > 1:
        return data
    return changed(data, "expand_dims", None, None if data.shape is None else (1, *data.shape))


def _compare(machine: Machine, call: Call) -> None:
    """Remember where labels in the order of their files are compared with something."""
    truth = call.argument(0, "y_true")
    if isinstance(truth, Data) and truth.origin == _FILE_ORDER and len(call.values) > 1:
        machine.collect("comparisons", Comparison(truth.given["of"], call.place))


def _data_format(call: Call) -> Any:
    given = call.values[0] if call.values else None
    found = VALUES["data_format"].get(given, given) if isinstance(given, str) else None
    return found or Unknown("where the channels are", call.place)


def _treated(data: Data, dotted: str, call: Call) -> Any:
    """The data after a function of a library."""
    last = dotted.rpartition(".")[2]
    if dotted in _SAME:
        return changed(data, "unknown", "bool", data.shape) if _asks_truth(call) else data
    if last == "preprocess_input":
        return changed(data, "scaler", dotted, data.shape, call.place)
    handler = _FUNCTIONS.get(dotted) or _FUNCTIONS.get(last)
    return _calculated(data, dotted, call) if handler is None else handler(data, last, call)


def _calculated(data: Data, dotted: str, call: Call) -> Data:
    """The data after a function that leaves their shape, or that changes nothing else."""
    last = dotted.rpartition(".")[2]
    if dotted.startswith(_ARRAYS) and last in _SHAPES:
        return _moved(data, last, call)
    if dotted.startswith(_ARRAYS) and last in _STATISTICS and call.arguments[:1] == (data,):
        return _statistic(data, last, call)
    if dotted.startswith(_ARRAYS) and last in _ELEMENTWISE and call.arguments[:1] == (data,):
        return changed(data, "unknown", dotted, data.shape)
    if dotted.startswith(_ARRAYS) and last in _OF_TWO and len(call.arguments) == 2:
        return changed(data, "unknown", dotted, operate(ast.Add, *call.arguments, call.place).shape)
    if dotted.startswith("numpy.") and last in _SHAPING:
        return changed(data, last)
    return pictures.treated(data, dotted, call) or changed(data, "unknown", dotted)


def _statistic(data: Data, last: str, call: Call) -> Data:
    """``np.mean(x, axis=0)``."""
    axis = plain(call.argument(1, "axis"))
    kept = {"keepdims", "keep_dims"} & call.keywords.keys()
    found = changed(data, "unknown", last, None if kept else extent.reduced(data.shape, axis))
    return replace(found, part=f"{_STATISTICS[last]} of {data.part or 'it'}")


def _moved(data: Data, last: str, call: Call) -> Data:
    """``np.reshape(x, …)`` and its relatives."""
    first, *rest = call.arguments or (data,)
    step = last if last in _SHAPING else "unknown"
    if first is not data:
        return changed(data, "unknown", last)
    keywords = {key: value for key, value in call.keywords.items() if value is not data}
    shape = None if call.open else _SHAPES[last](data.shape, Call(tuple(rest), keywords, call.place))
    return changed(data, step, last, shape)


def _one_hot_rows(data: Data, name: str, call: Call) -> Data:
    """``tf.one_hot(y, depth=10)``."""
    wanted = call.argument(1, "depth", "num_classes")
    return changed(data, "one_hot", _count(wanted), None if data.shape is None else (*data.shape, _size(wanted)))


def _binarized(data: Data, name: str, call: Call) -> Data:
    """``label_binarize(y, classes=[0, 1, 2])``; two classes have one column."""
    classes = plain(call.argument(1, "classes"))
    known = isinstance(classes, tuple) and len(classes) > 2 and len(data.shape or ()) == 1
    if not known:
        return changed(data, "unknown", name)
    return changed(data, "one_hot", len(classes), (*(data.shape or ()), len(classes)))


def _taken_rows(data: Data, name: str, call: Call) -> Data:
    """``np.take(np.eye(4), y, axis=0)``."""
    index, axis = plain(call.argument(1, "indices")), plain(call.argument(2, "axis"))
    rows = axis == 0 and type(axis) is int and call.arguments[:1] == (data,)
    return element(data, index) if rows else changed(data, "unknown", name)


def _gathered_rows(data: Data, name: str, call: Call) -> Data:
    """``tf.gather(tf.eye(4), y)``."""
    rows = call.arguments[:1] == (data,) and not {"axis", "batch_dims"} & call.keywords.keys()
    index = call.keywords.get("indices", call.arguments[1] if len(call.arguments) == 2 else None)
    return element(data, index) if rows and index is not None else changed(data, "unknown", name)


def _dummies(data: Data, name: str, call: Call) -> Data:
    """``pd.get_dummies(column)``; of a whole table it makes other things as well."""
    if data.shape is not None and len(data.shape) == len(_TABLE):
        return changed(data, "one_hot", None, (data.shape[0], None))
    if data.shape is None or call.keywords.get("drop_first"):
        return changed(data, "one_hot")
    return changed(data, "one_hot", _count(None), (data.shape[0], None))


def _padded(data: Data, name: str, call: Call) -> Data:
    rows = data.shape[0] if data.shape else None
    return changed(data, "padded", name, (rows, _size(call.keywords.get("maxlen"))))


def _deleted(data: Data, name: str, call: Call) -> Data:
    """``np.delete(x, 3, axis=1)``."""
    gone, axis = plain(call.argument(1, "obj")), plain(call.argument(2, "axis"))
    gone = (gone,) if type(gone) is int else gone
    known = isinstance(gone, tuple) and all(type(one) is int for one in gone) and type(axis) is int
    if not known or data.shape is None or not -len(data.shape) <= axis < len(data.shape):
        return changed(data, "unknown", name)
    at = axis % len(data.shape)
    width = data.shape[at]
    left = None if width is None else width - len({one % width for one in gone if width})
    return changed(data, "part", None, (*data.shape[:at], left, *data.shape[at + 1 :]))


def _added_up(data: Data, name: str, call: Call) -> Data:
    """``np.cumsum(x, axis=0)``; without an axis the numbers stand in a row."""
    axis = plain(call.argument(0 if name == "method" else 1, "axis"))
    whole = type(axis) is int or (axis is None and len(data.shape or ()) == 1)
    return changed(data, "unknown", "cumsum", data.shape if whole else None)


def _views(data: Data, name: str, call: Call) -> Data:
    """``sliding_window_view(x, 20, axis=0)``: the steps of a window become the last axis."""
    size, axis = plain(call.argument(1, "window_shape")), plain(call.argument(2, "axis"))
    axis = 0 if axis is None and len(data.shape or ()) == 1 else axis
    if data.shape is None or type(size) is not int or type(axis) is not int or not 0 <= axis < len(data.shape):
        return changed(data, "unknown", name)
    side = data.shape[axis]
    left = None if side is None else side - size + 1
    return changed(data, "unknown", name, (*data.shape[:axis], left, *data.shape[axis + 1 :], size))


def _count(wanted: Any) -> Any:
    """How many columns one-hot rows have; they are one-hot whether or not that is known."""
    return wanted if type(wanted) is int else "classes"


def _size(value: Any) -> int | None:
    return value if type(value) is int else None


def _largest(data: Data, call: Call, at: int) -> Data:
    """``np.argmax(y, axis=1)`` makes numbers of classes of one-hot rows."""
    axis = call.argument(at, "axis")
    rows = type(axis) is int and len(data.shape or ()) == 2 and axis in (1, -1)
    step = "encoded" if rows or (data.steps and data.steps[-1].name == "one_hot") else "unknown"
    return changed(data, step, "argmax", () if axis is None else extent.reduced(data.shape, axis))


def _factorized(data: Data, name: str, call: Call) -> Any:
    """Codes and names: ``pd.factorize(y)``, ``np.unique(y, return_inverse=True)``."""
    codes, names = changed(data, "encoded", name, data.shape), changed(data, "unknown", name)
    if name == "factorize":
        return codes, names
    inverse = call.keywords.get("return_inverse") is True and len(call.keywords) == 1
    return (names, codes) if inverse else names


def _shuffled(call: Call) -> Any:
    """``x, y = shuffle(x, y)``."""
    found = tuple(
        changed(value, "shuffle", None, value.shape) if isinstance(value, Data) else Unknown("shuffled", call.place)
        for value in call.arguments
    )
    return found[0] if len(found) == 1 else found


_FUNCTIONS: dict[str, Callable[[Data, str, Call], Any]] = {
    "normalize": lambda data, name, call: _scaled(data, name, data.shape, fitted=False),
    **dict.fromkeys(
        ("scale", "minmax_scale", "zscore"), lambda data, name, call: _scaled(data, name, data.shape, fitted=True)
    ),
    **dict.fromkeys(("tensorflow.one_hot", "keras.ops.one_hot"), _one_hot_rows),
    "label_binarize": _binarized,
    **dict.fromkeys(("numpy.take", "keras.ops.take"), _taken_rows),
    "tensorflow.gather": _gathered_rows,
    "pandas.get_dummies": _dummies,
    **dict.fromkeys(("pandas.factorize", "numpy.unique"), _factorized),
    "pandas.DataFrame": lambda data, name, call: changed(
        data, "unknown", name, (data.shape[0], None) if data.shape and len(data.shape) == 2 else None
    ),
    **dict.fromkeys(
        ("numpy.random.permutation", "numpy.sort", "PIL.Image.fromarray"),
        lambda data, name, call: changed(data, "unknown", name, data.shape),
    ),
    "numpy.tile": lambda data, name, call: changed(data, "repeated", name),
    **dict.fromkeys(("numpy.argmax", "tensorflow.argmax"), lambda data, name, call: _largest(data, call, 1)),
    "sklearn.utils.shuffle": lambda data, name, call: _shuffled(call),
    "pad_sequences": _padded,
    "tensorflow.image.resize": lambda data, name, call: pictures.resized(data, call, scaled=True),
    "cv2.resize": lambda data, name, call: pictures.resized(data, call),
    "cv2.threshold": lambda data, name, call: (
        pictures.thresholded(data, call) or changed(data, "unknown", "cv2.threshold", data.shape)
    ),
    "cv2.cvtColor": lambda data, name, call: pictures.recoloured(data, call),
    "numpy.delete": _deleted,
    "numpy.clip": lambda data, name, call: (
        _clipped(data, name, Call(call.arguments[1:], call.keywords, call.place))
        if call.arguments[:1] == (data,)
        else changed(data, "unknown", name)
    ),
    "numpy.cumsum": _added_up,
    "numpy.lib.stride_tricks.sliding_window_view": _views,
    "numpy.shape": lambda data, name, call: attribute(None, data, "shape", call.place),
}


def _all_arguments(call: Call) -> Any:
    return plain(call.arguments[0] if len(call.arguments) == 1 else call.arguments)


# What these make of a shape; as methods and as functions they take the same arguments after the data.
_SHAPES: dict[str, Callable[[Extent, Call], Extent]] = {
    "reshape": lambda shape, call: extent.reshaped(
        shape, call.keywords.get("shape", call.keywords.get("newshape", _all_arguments(call)))
    ),
    "expand_dims": lambda shape, call: extent.expanded(shape, plain(call.argument(0, "axis"))),
    "squeeze": lambda shape, call: extent.squeezed(shape, plain(call.argument(0, "axis"))),
    "transpose": lambda shape, call: extent.transposed(shape, plain(call.arguments)),
    **dict.fromkeys(("ravel", "flatten"), lambda shape, call: extent.flattened(shape)),
    **dict.fromkeys(("zeros_like", "ones_like", "clip", "abs", "log1p", "nan_to_num"), lambda shape, call: shape),
}
_ELEMENTWISE = frozenset({
    "sin", "cos", "tan", "tanh", "exp", "expm1", "log", "log2", "log10", "sqrt", "square", "sign", "round", "rint",
    "floor", "ceil", "around", "isnan", "sigmoid", "relu", "negative",
})  # fmt: skip
_OF_TWO = frozenset({"arctan2", "hypot", "maximum", "minimum", "fmax", "fmin", "mod", "logaddexp", "copysign"})
_ARRAYS = ("numpy.", "tensorflow.", "keras.ops.")


def _asks_truth(call: Call) -> bool:
    """Whether numbers become True and False."""
    kinds = (getattr(value, "dotted", value) for value in call.values)
    return any(isinstance(kind, str) and kind.rpartition(".")[2].rstrip("_") == "bool" for kind in kinds)


def _split(call: Call) -> Any:
    """``train_test_split(x, y)``."""
    found: list[Any] = []
    parts = ("train in order", "test in order") if call.keywords.get("shuffle") is False else ("train", "test")
    for value in call.arguments:
        for part in parts:
            known = isinstance(value, Data)
            rows = (None, *value.shape[1:]) if known and value.shape else None
            found.append(changed(value, "split", part, rows) if known else Unknown(f"{part} part of {value!r}"[:80]))
    return tuple(found)


def _one_hot(machine: Machine, name: str, call: Call) -> Any:
    given = bind(
        machine, ("utils", name), [["x"], ["num_classes", None]], call, frozenset({"dtype", "y", "nb_classes"})
    )
    data = given.get("x", given.get("y"))
    listed = plain(data)
    data = data if isinstance(data, Data) else Data("unknown", shape=extent.of_literal(listed))
    wanted = given.get("num_classes", given.get("nb_classes"))
    _columns(machine, listed if isinstance(listed, tuple) else data, wanted, call)
    shape = data.shape[:-1] if data.shape and len(data.shape) > 1 and data.shape[-1] == 1 else data.shape
    return changed(data, "one_hot", _count(wanted), (*shape, _size(wanted)) if shape else None)


def _columns(machine: Machine, labels: Any, wanted: Any, call: Call) -> None:
    """One-hot rows without a column for the largest label."""
    ends = labels.given.get("range") if isinstance(labels, Data) and not labels.steps else None
    top = max(ends) if isinstance(ends, tuple) else None
    if isinstance(labels, tuple) and labels and all(type(label) is int for label in labels):
        top = max(labels)
    if type(top) is int and type(wanted) is int and top >= wanted > 0:
        said = f"The labels reach up to {top}, which needs {top + 1} columns, for they begin with 0"
        machine.misuse("columns", f"{said}: here are {wanted}.", call.place)


def _generator(machine: Machine, name: str, call: Call) -> Thing:
    return Thing("generators", name, bind(machine, ("generators", name), api()["generators"][name], call), call.place)


def _directory(machine: Machine, name: str, call: Call) -> Data:
    parameters = api()["functions"].get(f"utils.{name}", [["directory"]])
    given = fact(bind(machine, ("utils", name), parameters, call))
    shape = None if call.open else _picture(name, given)
    return Data(name, given=given, shape=shape, place=call.place, source=machine.frames[-1].place)


def _picture(name: str, given: Mapping[str, Any]) -> Extent:
    """The shape of the images that are read from a folder."""
    size, mode = given.get(_PICTURES.get(name, ""), (256, 256)), given.get("color_mode", "rgb")
    depth = pictures.channels(mode)
    plain_size = isinstance(size, tuple) and len(size) == 2 and all(type(side) is int for side in size)
    first = given.get("data_format") not in {None, "channels_last"}
    return (None, *size, depth) if name in _PICTURES and plain_size and not first else None


def _normalised(machine: Machine, name: str, call: Call) -> Any:
    return changed(call.first(Data) or Data("unknown"), "scaler", "normalize")


_KERAS: dict[str, Callable[[Machine, str, Call], Any]] = {
    "to_categorical": _one_hot,
    "normalize": _normalised,
    "load_img": lambda machine, name, call: pictures.loaded(call),
    "img_to_array": lambda machine, name, call: pictures.as_array(call),
    "ImageDataGenerator": _generator,
    "image_dataset_from_directory": _directory,
    "text_dataset_from_directory": _directory,
    "audio_dataset_from_directory": _directory,
}


def thing_method(machine: Machine, thing: Thing, name: str, call: Call) -> Any:
    """Methods of scalers and generators; any other thing just counts as used."""
    machine.escape(thing)
    if thing.group == options.PARSERS:
        for value in call.values if name.startswith("parse_") else ():
            machine.hand_over(value, call)
        return options.method(thing, name, call)
    data = call.first(Data)
    if thing.group == "scalers" and name in {"fit", "fit_transform"} and thing.name in _SCALERS:
        columns = data.shape[1] if data is not None and data.shape and len(data.shape) > 1 else None
        machine.widths[id(thing)] = columns if machine.widths.get(id(thing), columns) == columns else None
    if thing.group in {"scalers", "reducers"} and name == "fit":
        return thing
    if thing.group in {"scalers", "reducers"} and name in _TRANSFORMS:
        return _transformed(thing, name, data or Data("unknown"))
    if thing.group == "captures" and name == "read":
        return Unknown("whether there was a picture", call.place), Data("cv2.imread", shape=(None, None, 3))
    if thing.group == "generators" and name.startswith("flow"):
        return _flow(machine, thing, name, call)
    back = answers.unscaled(machine, call, machine.widths.get(id(thing))) if name == "inverse_transform" else None
    machine.escape_all(call.values)
    return back if back is not None and thing.name in _SCALERS else Unknown(f"what {name} gives", call.place)


def _transformed(thing: Thing, name: str, data: Data) -> Data:
    """What a scaler, an encoder or a PCA makes of data."""
    if thing.name == "Pipeline":
        for part in thing.arguments["parts"]:
            data = _transformed(part, name, data)
        return data
    if thing.group == "reducers":
        return _reduced(data, thing)
    step = "scaler" if thing.name in _SCALERS else _ENCODERS[thing.name]
    if step == "scaler":
        return _scaled(data, thing.name, data.shape, name == "fit_transform")
    return changed(data, step, thing.name, data.shape if step == "encoded" else None)


def _flow(machine: Machine, thing: Thing, name: str, call: Call) -> Data:
    given = bind(machine, ("generators", name), api()["generators"].get(name, []), call)
    source = given.get("x")
    if name == "flow" and not isinstance(source, Data):
        source = (
            source[0] if isinstance(source, tuple) and source and isinstance(source[0], Data) else Data("unknown")
        )
    data = source if name == "flow" and isinstance(source, Data) else Data(name, source=machine.frames[-1].place)
    steps = [Step(key, fact(value)) for key, value in thing.arguments.items() if value is not None]
    rescaled = [Step("multiply", step.what, place=thing.place) for step in steps if step.name == "rescale"]
    steps = [step for step in steps if step.name != "rescale"] + rescaled
    facts: Mapping[str, Any] = {key: fact(value) for key, value in given.items() if key not in {"x", "y"}}
    rows = source.shape if isinstance(source, Data) else None
    shape = _picture(name, facts) if name != "flow" else (None, *rows[1:]) if rows else None
    if thing.arguments.get("data_format") not in {None, "channels_last"}:
        shape = None
    made = (*data.steps, Step("generator", thing.name), *steps)
    return replace(data, steps=made, shape=shape, given=facts, place=call.place)


def attribute(machine: Machine | None, data: Data, name: str, place: Place) -> Any:
    """``data.name``."""
    if name in {"shape", "size"}:
        return _counted(data.shape, name, place)
    if name in {"values", "T", "iloc", "loc", "data"}:
        return changed(data, name, None, data.shape[::-1] if name == "T" and data.shape else data.shape, place)
    if name == "images" and data.origin in _FACES:
        return changed(data, "data", None, _FACES[data.origin])
    if name in {"classes", "labels"} and data.origin.startswith("flow_from_"):
        return Data(_FILE_ORDER, given={"of": data})
    if name in {"target", "cat", "codes"}:
        return origins.member_of(data, name) if name == "target" else _codes(data, name)
    return Bound(data, name)


def _counted(shape: Extent, name: str, place: Place) -> Any:
    """``data.shape`` and ``data.size``."""
    sides = [Unknown("the shape of data", place) if axis is None else axis for axis in shape or ()]
    if shape is None or (name == "size" and None in shape):
        return Unknown("the shape of data", place)
    return tuple(sides) if name == "shape" else math.prod(side for side in sides if type(side) is int)


def _codes(data: Data, name: str) -> Data:
    """``column.cat.codes``."""
    return data if name == "cat" else changed(data, "encoded", "codes", data.shape)


def method(machine: Machine, data: Data, name: str, call: Call) -> Any:
    """``data.name(…)``."""
    if name == "astype":
        name = "unknown" if _asks_truth(call) else name
        return changed(data, name, fact(call.arguments[0]) if call.arguments else None, data.shape, call.place)
    if name in _SHAPES and name in _SHAPING:
        return changed(data, name, None, None if call.open else _SHAPES[name](data.shape, call))
    if name in _REDUCES | {"describe"}:
        axis = plain(call.argument(0, "axis")) if name != "describe" else None
        axis = 0 if axis is None and name != "describe" and len(data.shape or ()) == 1 else axis
        of = {"of": (data.source, data.part, data.steps)} | _summed(data, name, axis)
        return Data(data.origin, f"{name} of {data.part or 'it'}", shape=extent.reduced(data.shape, axis), given=of)
    if name in _SPECIAL:
        return _SPECIAL[name](data, name, call)
    keeps = name in _OF_PICTURES and data.origin in _PICTURES
    shape = _COLUMNWISE[name](data.shape) if name in _COLUMNWISE else data.shape if keeps else None
    if name in _ROWS:
        return changed(data, name, pipelines.reshuffles(call) if name == "shuffle" else name, shape, call.place)
    return changed(data, name if name in _SHAPING else "unknown", name, shape, call.place)


def _summed(data: Data, name: str, axis: Any) -> dict[str, tuple[float, float]]:
    """How small and how large the sum of each row can be, where that is known."""
    ends, wide = data.given.get("range"), (data.shape or ())[1:]
    known = isinstance(ends, tuple) and len(wide) == 1 and type(wide[0]) is int
    as_made = all(step.name == "astype" for step in data.steps)
    if name != "sum" or axis not in (1, -1) or not isinstance(ends, tuple) or not (known and as_made):
        return {}
    return {"range": (ends[0] * wide[0], ends[1] * wide[0])}


def _dropped(data: Data, name: str, call: Call) -> Data:
    """``table.drop(columns=["id"])``: the step names the columns that go, if they are known."""
    labels, axis = plain(call.argument(0, "labels")), plain(call.argument(1, "axis"))
    gone = plain(call.keywords.get("columns", labels if axis in (1, "columns") and axis is not True else None))
    gone = (gone,) if isinstance(gone, str) else gone
    known = isinstance(gone, tuple) and all(isinstance(one, str) for one in gone) and not call.open
    return changed(data, name, gone if known else name, _COLUMNWISE[name](data.shape), call.place)


def _mapped(data: Data, name: str, call: Call) -> Data:
    """``column.map({"no": 0, "yes": 1})`` gives numbers of classes; any other map may give anything."""
    table = plain(call.argument(0))
    numbers = table.values() if isinstance(table, dict) else ()
    whole = bool(numbers) and all(type(value) is int for value in numbers)
    column = data.shape if data.shape is not None and len(data.shape) == 1 else None
    if not whole or column is None:
        return changed(data, "unknown", name, column)
    return changed(data, "encoded", (min(numbers), max(numbers)), column)


def _batched(data: Data, name: str, call: Call) -> Data:
    """``rows.batch(32)``: the step says how many rows a batch has, if that is known."""
    size = plain(call.argument(0, "batch_size"))
    return changed(data, "batch", size if type(size) is int and not call.open else name, None, call.place)


def _queried(data: Data, name: str, call: Call) -> Data:
    """``table.query("1 <= stars <= 5")``."""
    kept = choices.asked(call.argument(0, "expr")) if not call.keywords else None
    return changed(data, "unknown" if kept is None else "part", kept or name, _rows(data.shape))


def _rows(shape: Extent) -> Extent:
    """Some of the rows."""
    return None if shape is None else (None, *shape[1:])


def _clipped(data: Data, name: str, call: Call) -> Data:
    """``data.clip(1, 5)``."""
    ends = dict(zip(("lower", "upper"), call.arguments, strict=False)) | call.keywords
    low = ends.get("lower", ends.get("min", ends.get("a_min")))
    high = ends.get("upper", ends.get("max", ends.get("a_max")))
    whole = type(low) in (int, float) and type(high) in (int, float)
    return changed(data, "clip" if whole else "unknown", (low, high) if whole else name, data.shape)


_SPECIAL: dict[str, Callable[[Data, str, Call], Data]] = {
    "argmax": lambda data, name, call: _largest(data, call, 0),
    "batch": _batched,
    "between": choices.between,
    "clip": _clipped,
    "cumsum": lambda data, name, call: _added_up(data, "method", call),
    "drop": _dropped,
    "isin": choices.between,
    "map": _mapped,
    "padded_batch": _batched,
    "point": lambda data, name, call: pictures.in_two(data, call) or changed(data, "unknown", name, data.shape),
    "resize": lambda data, name, call: pictures.resized(data, Call((data, *call.arguments), {}, call.place)),
    "convert": lambda data, name, call: pictures.converted(data, call),
    "query": _queried,
    "replace": _mapped,
}
# The methods of tables that keep the number of axes.
_COLUMNWISE: dict[str, Callable[[Extent], Extent]] = {
    **dict.fromkeys(("copy", "to_numpy", "as_matrix", "toarray", "todense", "fillna"), lambda shape: shape),
    **dict.fromkeys(("dropna", "head", "tail", "sample", *choices.OF_ROWS), _rows),
    "tolist": lambda shape: shape if shape and len(shape) > 1 else None,
    "pop": lambda shape: shape[:1] if shape and len(shape) == 2 else None,
    "drop": lambda shape: (None, None) if shape and len(shape) == 2 else None,
}


def operate(kind: type[ast.AST], left: Any, right: Any, place: Place) -> Data:
    """Arithmetic with data on one side at least."""
    data, other = (left, right) if isinstance(left, Data) else (right, left)
    if kind is ast.BitAnd and isinstance(other, Data) and data.origin == other.origin == choices.COMPARED:
        return choices.both(data, other)
    if kind is ast.Mult and isinstance(other, float) and other:
        return changed(data, "multiply", other, data.shape, place)
    if kind is ast.USub:
        return changed(data, "multiply", -1, data.shape, place)
    if kind is ast.Sub and data is right and fold.is_constant(other):  # 1 - x
        return operate(ast.Add, changed(data, "multiply", -1, data.shape, place), other, place)
    name = "unknown" if data is right and kind in _ONE_WAY else _OPERATORS.get(kind, "unknown")
    what = other if fold.is_constant(other) else "data"
    if kind is ast.Div and data is right and type(other) in (int, float):
        what = (OVER, other)
    step = Step(name, what, place=place, other=other if isinstance(other, Data) else None)
    return replace(data, steps=(*data.steps, step), shape=_broadcast(data, other))


def masked(machine: Machine, kind: type[ast.cmpop], left: Any, right: Any) -> Data | None:
    """``data > 2``: ones and zeros, as many as the data has numbers; None for anything else."""
    data, other = (left, right) if isinstance(left, Data) else (right, left)
    compares = kind in (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
    if not compares or not isinstance(data, Data) or not isinstance(other, int | float | str):
        return None
    kept = choices.bounded(kind, data, other) if data is left else {}
    return Data(choices.COMPARED, shape=data.shape, given={"range": (0, 1), **kept}, source=machine.store.tick())


def _chosen_by(machine: Machine, data: Data, call: Call) -> Data:
    """``np.where(data > 2, 1, -1)``."""
    ends = call.arguments[1:]
    if data.origin != "comparison" or len(ends) != 2 or any(type(end) not in (int, float) for end in ends):
        return changed(data, "unknown", "numpy.where")
    return replace(data, given={"range": (min(ends), max(ends))}, source=machine.store.tick())


def _broadcast(data: Data, other: Any) -> Extent:
    """The shape of arithmetic, where the other side is a number, of the same shape, or surely smaller."""
    if isinstance(other, int | float):
        return data.shape
    shape = other.shape if isinstance(other, Data) else None
    if _is_statistic(data) and not _is_statistic(other):
        return shape
    if data.shape is None or shape is None or _is_statistic(other):
        whole = isinstance(other, Unknown) and len(data.shape or ()) > 1
        return data.shape if whole or _is_statistic(other) else None
    long, short = (data.shape, shape) if len(data.shape) >= len(shape) else (shape, data.shape)
    fits = all(theirs in (mine, 1) for mine, theirs in zip(long[::-1], short[::-1], strict=False))
    return long if fits and None not in short else None


def _is_statistic(value: Any) -> bool:
    """Whether it is a mean, a deviation, … of data."""
    return isinstance(value, Data) and str(value.part).partition(" of ")[0] in _REDUCES


def element(data: Data, index: Any) -> Data:
    """``data[index]``: a column, some rows."""
    if isinstance(index, str) and data.origin.startswith("sklearn.datasets.") and data.part is None:
        return origins.member_of(data, index)
    if isinstance(index, Items) and data.origin.startswith("pandas.") and index.items is None and data.shape:
        return replace(data, part="columns", shape=(data.shape[0], None))
    index = index if isinstance(index, slice) else plain(index)
    chosen = _chosen_rows(data, index)
    return _of_index(data, index) if chosen is None else chosen


def _chosen_rows(data: Data, index: Any) -> Data | None:
    """``table[table["stars"] >= 1]``, ``table.loc[table["stars"] >= 1, "stars"]``; None for anything else."""
    parts = index if isinstance(index, tuple) and len(index) == len(_TABLE) else (index, None)
    if not choices.is_one(parts[0]) or not isinstance(parts[1], str | None):
        return None
    rows = changed(data, "part", parts[0].given.get("kept"), _rows(data.shape))
    return rows if parts[1] is None else element(rows, parts[1])


def _of_index(data: Data, index: Any) -> Data:
    listed = isinstance(index, tuple) and bool(index) and all(isinstance(name, str) for name in index)
    if isinstance(index, str) or listed:
        table = data.shape is not None and len(data.shape) == 2
        data, assigned = _of_columns(data, (index,) if isinstance(index, str) else index)
        if assigned is not None and isinstance(index, str):
            return assigned
        shape = None if not table or data.shape is None else (data.shape[0], *([len(index)] if listed else []))
        return replace(data, part=fact(index), shape=shape)
    if data.origin == "numpy.eye" and not data.steps and not isinstance(index, slice):
        return _identity_rows(data, index)
    table = data.origin in _TABLES and not data.steps and isinstance(index, tuple) and len(index) == len(_TABLE)
    shape = extent.indexed(_TABLE if table and data.shape is None else data.shape, index)
    return changed(data, _taken(index), None, shape)


def any_row(data: Data, place: Place) -> Any:
    """What a loop over data meets: a row of an array, a batch of a folder's images with its labels."""
    if data.origin in READS_FOLDERS or data.done("generator"):
        return _any_batch(data, place)
    table = data.origin.startswith("pandas.") and not data.done("values", "to_numpy")
    if not data.shape or table or data.done("batch", "unknown"):
        return None
    return element(data, Unknown("the number of a row", place, whole=True))


def _any_batch(data: Data, place: Place) -> Any:
    mode = data.given.get("class_mode", data.given.get("label_mode", ""))
    alone = data.given.get("batch_size", 1) is None or data.done("unknown", "relabelled", "unbatch")
    if data.shape is None or isinstance(mode, Unknown) or alone:
        return None
    batch = changed(data, "rows", None, data.shape)
    return batch if mode is None else (batch, Unknown("labels", place))


def _of_columns(data: Data, wanted: tuple[str, ...]) -> tuple[Data, Data | None]:
    """A table without what was done to other columns than these, and what the last of these was given."""
    given = [step for step in data.steps if type(step.what) is tuple and step.what[:1] == (COLUMN,)]
    others = [step for step in given if step.what[1] not in wanted]
    mine = [step for step in given if step.what[1] in wanted]
    own = replace(data, steps=tuple(step for step in data.steps if step not in others))
    assigned = mine[-1].other if mine else None
    if assigned is not None:
        later = data.steps[data.steps.index(mine[-1]) :]
        chosen = tuple(step for step in later if isinstance(step.what, Kept) and step.what.column == assigned.part)
        assigned = replace(assigned, steps=(*assigned.steps, *chosen))
    return own, assigned


def _taken(index: Any) -> str:
    """What an index does: some rows, another axis, or a part."""
    if isinstance(index, slice):
        return "rows"
    parts = index if isinstance(index, tuple) else (index,)
    if all(part is ... or extent.is_new_axis(part) or part == slice(None) for part in parts):
        return "expand_dims"
    return "part"


def _identity_rows(data: Data, index: Any) -> Data:
    """``np.eye(3)[numbers of classes]``."""
    width = data.shape[1] if data.shape else None
    chosen = index if isinstance(index, Data) else Data("unknown", shape=extent.of_literal(index))
    shape = None if chosen.shape is None else (*chosen.shape, width)
    return changed(chosen, "one_hot", _count(width), shape)
