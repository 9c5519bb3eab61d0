"""Where data come from: files, random numbers, known data sets, literals; with their shapes and ranges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from autograder.anatomy.source import extent, fold, pictures
from autograder.anatomy.source.extent import Extent
from autograder.anatomy.source.machine import Call, Machine
from autograder.anatomy.source.values import Name, Pipeline, Thing, plain
from autograder.anatomy.training import Data, Step
from autograder.anatomy.unknown import BY_CHANCE, Unknown

# Rows of the training and the test part, the shape of an input row, and of a target.
_KERAS: dict[str, tuple[int, int, tuple[int, ...], tuple[int, ...]]] = {
    "mnist": (60_000, 10_000, (28, 28), ()),
    "fashion_mnist": (60_000, 10_000, (28, 28), ()),
    "cifar10": (50_000, 10_000, (32, 32, 3), (1,)),
    "cifar100": (50_000, 10_000, (32, 32, 3), (1,)),
    "imdb": (25_000, 25_000, (), ()),
}
_KERAS_ROWS: dict[str, tuple[int, ...]] = {"boston_housing": (13,), "california_housing": (8,), "reuters": ()}
_SKLEARN: dict[str, tuple[int, ...]] = {
    "load_iris": (150, 4),
    "load_wine": (178, 13),
    "load_breast_cancer": (569, 30),
    "load_digits": (1797, 64),
    "load_diabetes": (442, 10),
    "load_boston": (506, 13),
    "fetch_california_housing": (20640, 8),
    "fetch_covtype": (581_012, 54),
}
_MADE_PAIRS = {
    "make_classification": 20, "make_regression": 100, "make_blobs": 2, "make_moons": 2, "make_circles": 2,
}  # fmt: skip
# Which argument says how many classes there are, and how many without it.
_CLASSES = {
    "make_classification": ("n_classes", 2), "make_blobs": ("centers", 3), "make_moons": ("", 2),
    "make_circles": ("", 2),
}  # fmt: skip
# Image sets of tensorflow_datasets, by the shape of a row.
_TFDS: dict[str, tuple[int | None, int | None, int]] = {
    "mnist": (28, 28, 1), "fashion_mnist": (28, 28, 1), "kmnist": (28, 28, 1), "cifar10": (32, 32, 3),
    "cifar100": (32, 32, 3), "svhn_cropped": (32, 32, 3), "cats_vs_dogs": (None, None, 3),
    "tf_flowers": (None, None, 3), "horses_or_humans": (300, 300, 3), "rock_paper_scissors": (300, 300, 3),
    "beans": (500, 500, 3), "malaria": (None, None, 3), "oxford_flowers102": (None, None, 3),
    "eurosat": (64, 64, 3), "eurosat/rgb": (64, 64, 3), "food101": (None, None, 3),
    "stanford_dogs": (None, None, 3), "colorectal_histology": (150, 150, 3),
}  # fmt: skip
_COLOURS = {"cv2.IMREAD_GRAYSCALE": 0, "cv2.IMREAD_COLOR": 1}
_FLOWS = frozenset({
    *(f"tensorflow.data.Dataset.{name}" for name in (
        "list_files", "from_tensor_slices", "from_tensors", "from_generator", "range", "load",
    )),
    *(f"tensorflow.data.{name}" for name in (
        "TextLineDataset", "TFRecordDataset", "FixedLengthRecordDataset", "experimental.CsvDataset",
        "experimental.make_csv_dataset", "experimental.load",
    )),
})  # fmt: skip
_MIXED = {"list_files": "shuffle", "make_csv_dataset": "shuffle"}  # they shuffle, unless this says no
_SHORT = 1000
_TABLES = frozenset({"pandas.read_csv", "pandas.read_table", "pandas.read_excel", "pandas.read_parquet"})
_ONE_TABLE = ("chunksize", "iterator", "sheet_name", "header", "squeeze")  # with these it may be something else
LOADS = _TABLES | pictures.OPENS | {
    "pandas.read_json", "pandas.read_pickle", "pandas.read_hdf", "pandas.DataFrame", "numpy.load", "numpy.loadtxt",
    "numpy.genfromtxt", "cv2.imread", "joblib.load", "pickle.load",
}  # fmt: skip
_MADE_UP = ("numpy.random.", "tensorflow.random.", "keras.random.", "sklearn.datasets.")
# Which argument says how many numbers are wanted.
_SIZES = {
    "random": 0, "random_sample": 0, "ranf": 0, "sample": 0, "standard_normal": 0, "randint": 2, "integers": 2,
    "uniform": 2, "normal": 2, "choice": 1, "binomial": 2, "poisson": 1, "exponential": 1, "beta": 2, "gamma": 2,
    "laplace": 2, "lognormal": 2,
}  # fmt: skip
# They draw rows: which argument says how long one is, by its length, and which how many are wanted.
_DRAW_ROWS = {"multinomial": ("pvals", 1, 2), "dirichlet": ("alpha", 0, 1), "multivariate_normal": ("mean", 0, 2)}
_OF_ONE = frozenset({"randint", "integers", "choice"})  # without a size they draw one number
_SHAPED = frozenset({"zeros", "ones", "empty", "full"})
_BY_SHAPE = ("tensorflow.random.", "keras.random.")
_RANGES = {
    "numpy.arange": ("start", "stop"),
    "numpy.linspace": ("start", "stop"),
    "numpy.random.randint": ("low", "high"),
    "numpy.random.integers": ("low", "high"),
    "numpy.random.uniform": ("low", "high"),
    "tensorflow.random.uniform": ("minval", "maxval"),
    "keras.random.uniform": ("minval", "maxval"),
}
_UNIT = frozenset({f"numpy.random.{name}" for name in ("rand", "random", "random_sample", "sample", "ranf")})
_OPEN = frozenset({"numpy.arange", "numpy.random.randint", "numpy.random.integers"})  # they end before the last
_GENERATORS = frozenset({"numpy.random.default_rng", "numpy.random.RandomState", "numpy.random.Generator"})


def load_data(name: str, call: Call) -> Any:
    """``keras.datasets.mnist.load_data()``: two pairs."""
    words = call.keywords.get("num_words", call.keywords.get("nb_words"))
    numbered = {"range": (0, words - 1)} if type(words) is int and words > 0 else {}
    train, test, x, y = _KERAS.get(name, (None, None, _KERAS_ROWS.get(name), ()))
    origin = f"keras.datasets.{name}"
    return tuple(
        tuple(
            Data(
                origin,
                f"{kind}_{part}",
                shape=None if x is None else (rows, *row),
                given=numbered if kind == "x" else {},
            )
            for kind, row in (("x", x or ()), ("y", y))
        )
        for part, rows in (("train", train), ("test", test))
    )


def source(machine: Machine, dotted: str, call: Call) -> Any:
    """What a function that gets no data gives: new data, if it is one of those that make some."""
    module, _, name = dotted.rpartition(".")
    if dotted in _GENERATORS:
        return Name("numpy.random")
    if module in {"tensorflow_datasets", "sklearn.datasets"}:
        return _of_sklearn(machine, name, call) if module == "sklearn.datasets" else _of_tfds(name, call)
    if (read := _read(machine, dotted, call)) is not None:
        return read
    if dotted in {"numpy.eye", "numpy.identity", "tensorflow.eye"}:
        side = plain(call.argument(0))
        return Data("numpy.eye", shape=(side, side) if type(side) is int else (None, None))
    made = module in {"numpy", "tensorflow", "keras.ops"} and name in _SHAPED
    if made or dotted in _RANGES or dotted.startswith(_MADE_UP):
        given = _asked_range(dotted, call)
        return Data(dotted, shape=_asked_shape(dotted, call), given=given, source=machine.store.tick())
    return _by_chance(dotted, call)


def _read(machine: Machine, dotted: str, call: Call) -> Any:
    """What is read from a file, a camera, or a list that is repeated; None for anything else."""
    module, _, name = dotted.rpartition(".")
    if module in {"tensorflow.io", "tensorflow.image"} and name in pictures.DECODES:
        return pictures.decoded(call)
    if dotted in _FLOWS:
        shuffles = name in _MIXED and call.keywords.get(_MIXED[name], True) is True and not call.open
        return Data(dotted, steps=(Step("shuffle", True),) if shuffles else (), source=machine.store.tick())
    if dotted == "cv2.VideoCapture":
        return Thing("captures", name, {}, call.place)
    if dotted == "numpy.repeat":
        return _repeated(machine, call)
    if dotted in pictures.OPENS:
        return pictures.opened(dotted)
    return Data(dotted, shape=_table(dotted, call), source=_which(machine, call)) if dotted in LOADS else None


def _by_chance(dotted: str, call: Call) -> Unknown:
    """``random.randint(1, 7)``: one number, of which the ends are known."""
    drawn = dotted in {"random.randint", "random.randrange"}
    if drawn and len(call.arguments) == 2 and all(type(end) is int for end in call.arguments):
        ends = (call.arguments[0], call.arguments[1] - (dotted == "random.randrange"))
        return Unknown(BY_CHANCE, call.place, whole=True, ends=ends)
    if drawn:
        return Unknown(BY_CHANCE, call.place, whole=True)
    return Unknown(f"what {dotted} gives", call.place)


def literal(machine: Machine, value: Any) -> Data:
    """``np.array([…])``."""
    return Data("literal", shape=extent.of_literal(value), given=_range_of(value), source=machine.store.tick())


def _repeated(machine: Machine, call: Call) -> Any:
    """``np.repeat([0, 1, 2], 50)``."""
    listed = plain(call.arguments[0]) if len(call.arguments) == 2 and not call.keywords else None
    times = call.arguments[1] if listed is not None else None
    if not isinstance(listed, tuple) or not listed or not all(type(item) in (int, float) for item in listed):
        return Unknown("what numpy.repeat gives", call.place)
    return replace(literal(machine, listed), shape=(len(listed) * times if type(times) is int else None,))


def _which(machine: Machine, call: Call) -> Any:
    """Tells the data of one call from those of another; a file that is loaded twice gives the same."""
    named = bool(call.values) and not call.open and all(map(fold.is_constant, call.values))
    return repr((call.arguments, call.keywords)) if named else machine.store.tick()


def _table(dotted: str, call: Call) -> Extent:
    """A table has two axes, even where nothing is known of its rows and columns; an image in colours has three."""
    if dotted == "cv2.imread":
        mode = next(iter(call.values[1:]), 1)
        mode = _COLOURS.get(mode.dotted, mode) if isinstance(mode, Name) else mode
        return (None, None, 3) if mode == 1 else (None, None) if mode == 0 and type(mode) is int else None
    if dotted == "pandas.DataFrame":
        return _frame(plain(call.argument(0, "data")))
    whole = [key for key in _ONE_TABLE if call.keywords.get(key) is not None and type(call.keywords[key]) is not int]
    return (None, _chosen_columns(call)) if dotted in _TABLES and not whole and not call.open else None


def _chosen_columns(call: Call) -> int | None:
    """How many columns of a file ``usecols=["open", "close"]`` takes; one of them may become the index."""
    chosen, index = plain(call.keywords.get("usecols")), call.keywords.get("index_col")
    if not isinstance(chosen, tuple) or not all(isinstance(one, str | int) for one in chosen):
        return None
    if index is None or index is False:
        return len(chosen)
    return len(chosen) - 1 if isinstance(index, str | int) else None


def _frame(rows: Any) -> Extent:
    """A table of the lists that are written in the program, row by row or column by column."""
    if isinstance(rows, dict):
        columns = {extent.of_literal(column) for column in rows.values()}
        first = columns.pop() if len(columns) == 1 else None
        return (first[0], len(rows)) if first is not None and len(first) == 1 else None
    shape = extent.of_literal(rows)
    return shape if shape is not None and len(shape) == 2 else None


def _of_tfds(function: str, call: Call) -> Any:
    """``tfds.load("mnist", split=["train", "test"], as_supervised=True)``: pipelines of single rows."""
    name = call.argument(0, "name")
    split = plain(call.argument(1, "split"))
    known = (
        function == "load"
        and isinstance(name, str)
        and name in _TFDS
        and call.keywords.get("as_supervised") is True
        and not call.open
    )
    if not known or not isinstance(name, str) or call.keywords.get("batch_size") is not None:
        return Unknown("a set of tensorflow_datasets", call.place)
    origin = f"tensorflow_datasets.{name.partition('/')[0]}"

    def rows(part: Any) -> Pipeline:
        return Pipeline(Data(origin, f"x_{part}", shape=_TFDS[name]), Data(origin, f"y_{part}", shape=()))

    if isinstance(split, tuple):
        found: Any = tuple(map(rows, split))
    else:
        found = rows(split) if isinstance(split, str) else Unknown("sets by name", call.place)
    return (found, Unknown("what is known of a set", call.place)) if call.keywords.get("with_info") is True else found


def _of_sklearn(machine: Machine, name: str, call: Call) -> Any:
    dotted = f"sklearn.datasets.{name}"
    rows: Any
    flat: Any
    if name == "make_multilabel_classification":
        return tuple(Data(dotted, steps=(Step(step),), shape=(None, None)) for step in ("part", "multi_hot"))
    if name in _MADE_PAIRS:
        given = dict(zip(("n_samples", "n_features"), call.arguments, strict=False)) | call.keywords
        rows, width = given.get("n_samples", 100), given.get("n_features", _MADE_PAIRS[name])
        rows, width = (size if type(size) is int else None for size in (rows, width))
        flat = (rows,) if call.keywords.get("n_targets", 1) == 1 else None
        count = call.keywords.get(*_CLASSES[name]) if name in _CLASSES else None
        labelled = {"range": (0, count - 1)} if type(count) is int else {}
        y = (
            Data(dotted, "target", shape=flat, given=labelled)
            if labelled
            else Data(dotted, steps=(Step("part", 1),), shape=flat)
        )
        return Data(dotted, steps=(Step("part", 0),), shape=(rows, width)), y
    shape = _SKLEARN.get(name)
    if call.keywords.get("return_X_y") is True:
        flat = None if shape is None else shape[:1]
        return Data(dotted, steps=(Step("data"),), shape=shape), Data(dotted, "target", shape=flat)
    made_up = name.startswith("make_")
    return Data(dotted, shape=shape, source=machine.store.tick() if made_up else None)


def member_of(data: Data, name: str) -> Data:
    """``load_iris().target`` and ``load_iris()["data"]``."""
    if name == "data":
        return replace(data, steps=(*data.steps, Step("data")))
    shape = data.shape[:1] if data.shape is not None and name == "target" else None
    return Data(data.origin, name, shape=shape, source=data.source)


def _asked_shape(dotted: str, call: Call) -> Extent:
    name = dotted.rpartition(".")[2]
    if dotted.startswith("numpy.random.") and name in _DRAW_ROWS:
        return _asked_rows(name, call)
    given = plain(call.keywords.get("size", call.keywords.get("shape")))
    if given is None and name in {"rand", "randn"} and "numpy" in dotted:
        given = call.arguments
    elif dotted in {"numpy.arange", "numpy.linspace"}:
        return _steps(name, call)
    elif given is None and name == "permutation":
        given = call.argument(0)
    elif given is None:
        at = 0 if name in _SHAPED or dotted.startswith(_BY_SHAPE) else _SIZES.get(name)
        given = None if at is None else plain(call.argument(at))
    if given is None and name in _OF_ONE and not any(isinstance(value, Data) for value in call.values):
        return None if call.open else ()
    return None if call.open else extent.asked(given)


def _asked_rows(name: str, call: Call) -> Extent:
    key, at, size_at = _DRAW_ROWS[name]
    row, size = plain(call.argument(at, key)), plain(call.argument(size_at, "size"))
    shape, rows = extent.of_literal(row), extent.asked(() if size is None else size)
    return None if call.open or shape is None or rows is None or len(shape) != 1 else (*rows, *shape)


def _steps(name: str, call: Call) -> Extent:
    if name == "linspace":
        count = call.argument(2, "num", default=50)
        return (count if type(count) is int else None,)
    whole = not call.keywords and all(type(end) is int for end in call.arguments) and 0 < len(call.arguments) < 4
    return (len(range(*call.arguments)) if whole and call.arguments[2:3] != (0,) else None,)


def _asked_range(dotted: str, call: Call) -> Mapping[str, Any]:
    """The lowest and the highest number that ``numpy.arange`` and its relatives give."""
    if dotted == "numpy.full":
        value = call.argument(1, "fill_value")
        return {"range": (value, value)} if type(value) in (int, float) else {}
    if dotted == "numpy.random.choice" and call.arguments and isinstance(call.arguments[0], Data):
        return of_all(call.arguments[:1])
    if dotted == "numpy.random.choice":
        return _range_of(plain(call.argument(0)))
    if dotted in _UNIT:
        return {"range": (0.0, 1.0)}
    low, high = _RANGES.get(dotted, ("", ""))
    by_shape = dotted.startswith(_BY_SHAPE)
    given = ({high: 1} if by_shape else {}) | dict(zip((low, high), call.arguments[by_shape:], strict=False))
    given |= call.keywords
    ends = [0, given.get(low)] if high not in given else [given.get(low, 0), given[high]]
    if not low or any(type(end) not in (int, float) for end in ends):
        return {}
    kind = given.get("dtype", call.argument(3) if by_shape else None)
    whole = "int" in str(getattr(kind, "dotted", kind))
    if (dotted in _OPEN or whole) and type(ends[1]) is int and type(ends[0]) is int and ends[1] > ends[0]:
        ends[1] -= 1
    return {"range": tuple(ends)}


def of_all(parts: Iterable[Any]) -> dict[str, Any]:
    """The lowest and the highest number of several arrays that were made here and not changed."""
    constant = {"numpy.zeros": (0, 0), "numpy.ones": (1, 1)}
    ends = [
        part.given.get("range", constant.get(part.origin)) if isinstance(part, Data) and not part.steps else None
        for part in parts
    ]
    known = [pair for pair in ends if pair]
    whole = bool(known) and len(known) == len(ends)
    return {"range": (min(low for low, _ in known), max(high for _, high in known))} if whole else {}


def _range_of(value: Any) -> dict[str, Any]:
    """The lowest and the highest number of a short literal array, if all of it is numbers."""
    rows, numbers = [value] if isinstance(value, tuple) else [], []
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
