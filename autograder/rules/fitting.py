"""Questions that several rules ask of a training: its callbacks, its validation, its rates, the data it is fed."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from autograder.anatomy.graph import Operation
from autograder.anatomy.kinds import UNKNOWN, WEIGHTED, Trait, with_trait
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import (
    ABSENT,
    LOOK,
    OVER,
    RATE,
    READS_FOLDERS,
    Compile,
    Data,
    Event,
    Fit,
    Made,
    Step,
    Use,
)
from autograder.anatomy.unknown import is_known
from autograder.rules import asking
from autograder.rules.targets import CLASSES

ADAPTIVE = frozenset({"Adam", "AdamW", "Nadam", "Adamax", "RMSprop"})
"""Optimizers whose step is about the learning rate, whatever the size of the gradient."""
LOOKS = frozenset({
    "evaluate", "evaluate_generator", "predict", "predict_generator", "predict_on_batch", "call", "predict_classes",
    "predict_proba", LOOK,
})  # fmt: skip
"""Methods that only look at what a model gives."""
_FOLLOWED = frozenset({"sequential", "functional", "subclass"})
_KEEPS = LOOKS | {"history", "save", "save_weights", "export", "get_layer", "compute_output_shape"}
_SCHEDULES = frozenset({"LearningRateScheduler", "ReduceLROnPlateau"})
_ANYTHING = frozenset({"LambdaCallback", "Callback", "RemoteMonitor"})
_SUBSETS = frozenset({"rows", "part", "split", "take", "skip", "head", "tail", "sample", "iloc", "loc"})
_RESHAPED = frozenset({
    "reshape", "astype", "expand_dims", "transpose", "flatten", "ravel", "copy", "to_numpy", "values",
    "squeeze", "T", "tolist", "as_matrix", "toarray", "todense", "get_values", "reset_index", "batch",
    "shuffle", "prefetch", "repeat", "cache", "data", "index", "generator", "rotation_range",
    "width_shift_range", "height_shift_range", "shear_range", "zoom_range", "horizontal_flip", "vertical_flip",
    "fill_mode", "data_format", "validation_split", "brightness_range", "dtype", "relabelled", "padded",
    "resize", "moved",
})  # fmt: skip
_MOVED = frozenset({
    "flip_left_right", "flip_up_down", "random_flip_left_right", "random_flip_up_down", "rot90", "central_crop",
    "random_crop", "stateless_random_flip_left_right", "stateless_random_flip_up_down", "stateless_random_crop",
})  # fmt: skip
"""Functions of ``tf.image`` that bring pixels to other places, and leave them as they are."""
_REBATCH = frozenset({"unbatch", "rebatch", "apply", "flat_map", "interleave", "window", "ragged_batch"})
_POWERS = range(2, 10)
PASSES = with_trait(Trait.SAME_SIZE)
"""Kinds of operations that hand on numbers as large as they get them."""
_NORMS = with_trait(Trait.NORMALIZES) | {"normalization", "rescaling", UNKNOWN}
_NUMBERED = re.compile(r"_\d+$")
_SHARES = frozenset({"accuracy", "acc", "auc", "precision", "recall"})
_BETWEEN_0_AND_1 = frozenset({
    "accuracy", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy",
    "top_k_categorical_accuracy", "sparse_top_k_categorical_accuracy", "auc", "precision", "recall", "f1_score",
    "f_beta_score", "io_u", "binary_io_u", "mean_io_u", "one_hot_io_u", "one_hot_mean_io_u",
    "sensitivity_at_specificity", "specificity_at_sensitivity", "precision_at_recall", "recall_at_precision",
})  # fmt: skip
_HIGH = _BETWEEN_0_AND_1 | {"r2_score", "cosine_similarity", "pearson_correlation", "concordance_correlation"}
_LOW = frozenset({
    "root_mean_squared_error", "binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy",
    "kl_divergence", "log_cosh_error", "hinge", "squared_hinge", "categorical_hinge", "poisson",
})  # fmt: skip
_ERRORS = frozenset({
    "loss", "mse", "mae", "mape", "msle", "rmse", "mean_squared_error", "mean_absolute_error",
    "mean_absolute_percentage_error", "mean_squared_logarithmic_error", "root_mean_squared_error",
})  # fmt: skip
IMAGES = frozenset(f"keras.datasets.{name}" for name in ("mnist", "fashion_mnist", "cifar10", "cifar100")) | {
    origin for origin in CLASSES if origin.startswith("tensorflow_datasets.")
}
"""Data sets of Keras whose inputs are images of numbers from 0 to 255."""
FILES = frozenset({"cv2.imread"})
"""What reads one image: numbers from 0 to 255."""
_KEEP_PIXELS = frozenset({"resize", "convert", "cv2.cvtColor", "cv2.flip"})
_PIXELS = (0, 255)
_NORMAL = frozenset({"numpy.random.randn", "numpy.random.standard_normal"})
_DEVIATIONS = 3
_INPUTS: dict[str, tuple[float, float]] = {
    "keras.datasets.boston_housing": (0, 711),
    "keras.datasets.california_housing": (-125, 40_000),
    "sklearn.datasets.fetch_california_housing": (-125, 36_000),
    "sklearn.datasets.load_boston": (0, 711),
    "sklearn.datasets.load_wine": (0.13, 1680),
    "sklearn.datasets.load_breast_cancer": (0, 4254),
    "sklearn.datasets.load_digits": (0, 16),
    "sklearn.datasets.fetch_olivetti_faces": (0, 1),
}
_TARGETS: dict[str, tuple[float, float]] = {
    "keras.datasets.boston_housing": (5, 50),
    "keras.datasets.california_housing": (15_000, 500_000),
    "sklearn.datasets.fetch_california_housing": (0.15, 5),
    "sklearn.datasets.load_boston": (5, 50),
    "sklearn.datasets.load_diabetes": (25, 346),
}


def some_callbacks(fit: Fit) -> list[Made]:
    """Those callbacks of a fit that are known."""
    given = fit.callbacks if isinstance(fit.callbacks, tuple) else (fit.callbacks,)
    return [made for made in given if isinstance(made, Made) and not made.own]


def callbacks(fit: Fit) -> list[Made] | None:
    """All callbacks of a fit; None if one of them is not known, or may do anything."""
    given = () if fit.callbacks is ABSENT else fit.callbacks
    given = given if isinstance(given, tuple) else (given,)
    known = all(isinstance(made, Made) and not made.own and made.name not in _ANYTHING for made in given)
    return list(given) if known else None


def monitor(made: Made) -> str:
    """What a callback compares from epoch to epoch; empty if nothing, or if that is not known."""
    waits = made.name in {"EarlyStopping", "ReduceLROnPlateau"}
    waits = waits or (made.name == "ModelCheckpoint" and made.arguments.get("save_best_only") is True)
    found = made.arguments.get("monitor", "val_loss")
    return found if waits and isinstance(found, str) else ""


def direction(model: ModelSource, fit: Fit, monitored: str) -> str:
    """``max`` for a name of what is good when it is high, ``min`` for a loss or an error, else empty."""
    named = metric_named(model, fit, monitored)
    if named:
        return "max" if named in _HIGH else "min" if named in _LOW or named in asking.DISTANCES else ""
    name = _NUMBERED.sub("", monitored.removeprefix("val_")).lower()
    if _named_share(monitored):
        return "max"
    return "min" if name in _ERRORS or name.endswith("_loss") else ""


def metric_named(model: ModelSource, fit: Fit, monitored: str) -> str:
    """The metric of Keras that a fit reports under a name; empty if that is not known."""
    event = model.training.compiled_for(fit)
    listed = event.metrics if isinstance(event, Compile) and isinstance(event.metrics, tuple) else ()
    wanted = _NUMBERED.sub("", monitored.removeprefix("val_"))
    known = [made for made in listed if isinstance(made, Made) and not made.own]
    named = [made.name for made in known if made.arguments.get("name", made.spelt or made.name) == wanted]
    return named[0] if len(named) == 1 else ""


def is_share(model: ModelSource, fit: Fit, monitored: str) -> bool:
    """Whether this is the name of a metric that lies between 0 and 1 and is good when it is high."""
    named = metric_named(model, fit, monitored)
    return named in _BETWEEN_0_AND_1 if named else _named_share(monitored)


def _named_share(monitored: str) -> bool:
    name = _NUMBERED.sub("", monitored.removeprefix("val_")).lower()
    return name in _SHARES or name.endswith(("_accuracy", "_acc", "_auc"))


def validated(fit: Fit) -> bool | None:
    """Whether a fit is given validation data; None if that is not known."""
    if isinstance(fit.validation_data, tuple | Data):
        return True
    if not is_known(fit.validation_data) or not is_known(fit.validation_split):
        return None
    return fit.validation_data is not ABSENT or fit.validation_split not in (ABSENT, 0)


def rates(model: ModelSource) -> Iterator[tuple[Made, float, Compile]]:
    """Each optimizer with the constant learning rate that its author gave; none where something changes the rate."""
    changed = any(isinstance(event, Use) and event.method == RATE for event in model.training.events)
    if changed or not model.training.complete:
        return
    for fit in model.training.fits:
        known = callbacks(fit)
        if known is None or any(made.name in _SCHEDULES for made in known):
            return
    for event in asking.compiles(model):
        made = event.optimizer
        if isinstance(made, Made) and not made.own:
            rate = made.arguments.get("learning_rate")
            if isinstance(rate, int | float) and not isinstance(rate, bool):
                yield made, rate, event


def from_scratch(model: ModelSource, event: Event) -> bool:
    """Whether all weights are new when something happens: nothing was loaded, nor trained before."""
    if not model.complete or not model.training.complete or model.form not in _FOLLOWED:
        return False
    before = model.training.events[: model.training.events.index(event)]
    changed = any(isinstance(met, Use) and met.method not in _KEEPS for met in model.training.events)
    given = any(call is not None and "weights" in call.arguments for call in model.layers)
    return not changed and not given and not any(isinstance(met, Fit) for met in before)


def keeps_weights(use: Use) -> bool:
    """Whether a use leaves the weights as they are, as far as is known."""
    return use.method in _KEEPS


def weighted(model: ModelSource) -> list[int]:
    """Positions of the operations that have weights."""
    return model.anatomy.positions(*WEIGHTED)


def width(model: ModelSource) -> int:
    """The most units or filters of a layer with weights that is not the last of the model."""
    sizes = [asking.units(model, at) for at in weighted(model) if asking.weighted_after(model, at)]
    return max((size for size in sizes if isinstance(size, int)), default=0)


def takes_raw(model: ModelSource) -> bool:
    """Whether the numbers of its only input reach layers with weights as they are, and nothing scales them there."""
    inputs = model.anatomy.positions("input")
    if len(inputs) != 1:
        return False
    met = model.anatomy.downstream(inputs[0], WEIGHTED | _NORMS)
    first = [position for position in met if model.anatomy.operations[position].kind in WEIGHTED]
    kinds = {model.anatomy.operations[position].kind for position in first}
    return (
        bool(first)
        and kinds <= {"dense", "conv", "recurrent"}
        and all(model.anatomy.operations[p].kind in PASSES for p in met - set(first))
        and not any(_normed(model, position) for position in first)
    )


def _normed(model: ModelSource, position: int) -> bool:
    """Whether a norm comes before the next layer with weights."""
    after = model.anatomy.downstream(position, WEIGHTED | _NORMS)
    return any(model.anatomy.operations[p].kind in _NORMS for p in after)


def reach(data: Any) -> tuple[float, float] | None:
    """The lowest and the highest number that data can hold, after what was done to them; None if nobody can tell."""
    if not isinstance(data, Data):
        return None
    low_high = _origin_reach(data)
    for step in data.steps:
        if low_high is None:
            return None
        low_high = _after(low_high, step, data)
    return low_high


def _origin_reach(data: Data) -> tuple[float, float] | None:
    given = data.given.get("range")
    if isinstance(given, tuple):
        return given
    part = str(data.part or "")
    if data.origin in IMAGES and part.startswith("x"):
        return _PIXELS
    if data.origin in READS_FOLDERS or data.origin in FILES:
        return _PIXELS
    is_target = part == "target" or part.startswith("y")
    is_input = part.startswith("x") or any(step.name == "data" for step in data.steps) or part == "data"
    if is_target == is_input:
        return None
    return (_TARGETS if is_target else _INPUTS).get(data.origin)


def _after(ends: tuple[float, float], step: Step, data: Data) -> tuple[float, float] | None:
    """Lowest and highest number after one step."""
    name, what = step.name, step.what
    if (
        name in _RESHAPED
        or _moves(step)
        or (name in _SUBSETS and (name not in {"part", "iloc", "loc"} or is_image(data)))
    ):
        return ends
    if name == "unknown":
        return ends if data.origin in FILES | {"image"} and what in _KEEP_PIXELS else _through(ends, what)
    if name in {"add", "subtract", "multiply"} and step.other is not None:
        other = _noise(step.other) or reach(step.other)
        every = [_ARITHMETIC[name](mine, theirs) for mine in ends for theirs in other or ()]
        return (min(every), max(every)) if every else None
    if name == "clip":
        return max(ends[0], what[0]), min(ends[1], what[1])
    if type(what) not in (int, float):
        return None
    if name == "power":
        found = [end**what for end in (*ends, min(max(0, ends[0]), ends[1]))] if what in _POWERS else []
    else:
        found = [_ARITHMETIC[name](end, what) for end in ends] if name in _ARITHMETIC and what else []
    return (min(found), max(found)) if found else None


def _through(ends: tuple[float, float], what: Any) -> tuple[float, float] | None:
    """Where numbers lie after a function that never falls, ``exp``, or below a number, ``1 / x``."""
    low, high = min(ends), max(ends)
    if type(what) is tuple and what[0] == OVER:
        return None if low <= 0 <= high else (min(what[1] / low, what[1] / high), max(what[1] / low, what[1] / high))
    name = str(what).rpartition(".")[2]
    if name in {"sin", "cos"}:
        return -1, 1
    if name not in _RISING or (name in {"log", "sqrt"} and low <= 0) or high > _MOST:
        return None
    return _RISING[name](low), _RISING[name](high)


_MOST = 700  # exp of more is no number
_RISING: dict[str, Callable[[float], float]] = {
    "exp": math.exp, "log": math.log, "sqrt": math.sqrt, "tanh": math.tanh,
}  # fmt: skip


def _noise(data: Data) -> tuple[float, float] | None:
    """Where nearly all numbers of a normal distribution lie, times or plus what is said."""
    if data.origin not in _NORMAL:
        return None
    ends: tuple[float, float] | None = (-_DEVIATIONS, _DEVIATIONS)
    for step in data.steps:
        ends = _after(ends, step, data) if ends else None
    return ends


_ARITHMETIC: dict[str, Any] = {
    "add": lambda end, what: end + what,
    "subtract": lambda end, what: end - what,
    "multiply": lambda end, what: end * what,
    "divide": lambda end, what: end / what,
}


def is_image(data: Data) -> bool:
    """Whether data are images of numbers from 0 to 255 before anything is done to them."""
    return (data.origin in IMAGES and str(data.part).startswith("x")) or (
        data.origin in READS_FOLDERS | FILES or (data.origin == "image" and "range" in data.given)
    )


def is_subset(data: Data) -> bool:
    """Whether some rows may have been taken from the origin."""
    return any(step.name in _SUBSETS for step in data.steps)


def largest(ends: tuple[float, float] | None) -> float:
    """How far from zero the numbers go; zero if nobody can tell."""
    return max(abs(ends[0]), abs(ends[1])) if ends else 0


def keeps_numbers(step: Step) -> bool:
    """Whether a step leaves each number as it is, and at most takes some of them."""
    return step.name in _RESHAPED | _SUBSETS or _moves(step)


def _moves(step: Step) -> bool:
    """Whether a step is one of ``tf.image`` that only moves pixels."""
    module, _, name = str(step.what).rpartition(".")
    return step.name == "unknown" and module == "tensorflow.image" and name in _MOVED


def scale_of(operation: Operation) -> tuple[float, float] | None:
    """What ``Rescaling``, or arithmetic with a number, multiplies by and then adds; None if that is not known."""
    settings = operation.settings
    scale, offset = settings.get("scale"), settings.get("offset")
    if isinstance(scale, int | float) and isinstance(offset, int | float):
        return scale, offset
    pair, name = settings.get("arguments"), settings.get("operation")
    number = pair[1] if isinstance(pair, tuple) and len(pair) == 2 and pair[0] is None else None
    if type(number) not in (int, float) or not number or not isinstance(number, int | float):
        return None
    found: dict[Any, tuple[float, float]] = {
        "Multiply": (number, 0), "TrueDivide": (1 / number, 0), "Divide": (1 / number, 0), "Add": (1, number),
        "Subtract": (1, -number),
    }  # fmt: skip
    return found.get(name)


def batch_size(fit: Fit) -> Any:
    """The batch size that was asked for, in the fit or by its generator; None if it was not, or is not known."""
    given = fit.batch_size
    if given is ABSENT and isinstance(fit.x, Data):
        given = _batched(fit.x)
    return given if type(given) is int else None


def _batched(data: Data) -> Any:
    """The size of the batches that a loader or a pipeline makes of single rows; None for single rows."""
    size = data.given.get("batch_size", ABSENT if data.origin in READS_FOLDERS else None)
    for step in data.steps:
        if step.name == "batch":
            size = step.what if size is None else ABSENT
        elif step.name == "unknown" and step.what in _REBATCH:
            size = None if step.what == "unbatch" else ABSENT
    return size
