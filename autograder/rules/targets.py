"""Questions that several rules ask of the targets of a model: classes or numbers, in which form and range."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from typing import Any

from autograder.anatomy.kinds import INPUT
from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import ABSENT, ONE_FILLED, Absent, Compile, Data, Fit, Kept, Made, Step, Trainable
from autograder.rules import asking

CLASS_METRICS = frozenset({
    "accuracy", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy",
    "top_k_categorical_accuracy", "sparse_top_k_categorical_accuracy", "auc", "precision",
    "recall", "f1_score",
})  # fmt: skip
"""Metrics that only make sense where the targets are classes."""
CLASSES: Mapping[str, tuple[int, ...]] = {
    "keras.datasets.mnist": (10,),
    "keras.datasets.fashion_mnist": (10,),
    "keras.datasets.cifar10": (10,),
    "keras.datasets.cifar100": (100, 20),
    "keras.datasets.imdb": (2,),
    "keras.datasets.reuters": (46,),
    **{
        f"tensorflow_datasets.{name}": (count,)
        for name, count in {
            "mnist": 10,
            "fashion_mnist": 10,
            "kmnist": 10,
            "cifar10": 10,
            "cifar100": 100,
            "svhn_cropped": 10,
            "cats_vs_dogs": 2,
            "tf_flowers": 5,
            "horses_or_humans": 2,
            "rock_paper_scissors": 3,
            "beans": 3,
            "malaria": 2,
            "oxford_flowers102": 102,
            "eurosat": 10,
            "food101": 101,
            "stanford_dogs": 120,
            "colorectal_histology": 8,
        }.items()
    },
    "sklearn.datasets.load_iris": (3,),
    "sklearn.datasets.load_wine": (3,),
    "sklearn.datasets.load_breast_cancer": (2,),
    "sklearn.datasets.load_digits": (10,),
    "sklearn.datasets.fetch_covtype": (7,),
}
"""How many classes the labels of a known data set have; CIFAR-100 can be loaded with two kinds of labels."""
_FROM_ONE = frozenset({"sklearn.datasets.fetch_covtype"})
_ONE_HOT = ("OneHotEncoder", "classes")
_KEEPS_SHAPE = frozenset({
    "astype", "squeeze", "copy", "to_numpy", "values", "tolist", "data", "as_matrix", "toarray", "todense",
    "rows", "split", "shuffle", "head", "tail", "sample", "take", "skip", "cache", "dropna", "reset_index",
    "sort_index",
})  # fmt: skip
_KEEP_ENDS = ("drop_duplicates", "sort_values", "round", "numpy.round", "numpy.rint", "numpy.around")
_KEEPS_VALUES = _KEEPS_SHAPE | {"reshape", "expand_dims", "ravel", "flatten", "repeat", "repeated"}
_COUNTS = {"add": operator.add, "subtract": operator.sub, "multiply": operator.mul, "divide": operator.truediv}
_COMPARED = "comparison"
_MADE_UP = ("numpy.random.", "tensorflow.random.", "keras.random.", "sklearn.datasets.make_")
_LABEL_MODES = {"int": "sparse", "sparse": "sparse", "binary": "binary", "categorical": "categorical"}
_DIRECTORIES = {
    "flow_from_directory": ("class_mode", "categorical"),
    "flow_from_dataframe": ("class_mode", "categorical"),
    "image_dataset_from_directory": ("label_mode", "int"),
    "text_dataset_from_directory": ("label_mode", "int"),
}


def fits_of(model: ModelSource, event: Compile) -> list[Fit]:
    """The fits that certainly happen under this compile, if they happen."""
    return [fit for fit in model.training.fits if model.training.compiled_for(fit) is event]


def given_to(model: ModelSource, fit: Fit, number: int) -> Data | None:
    """The targets that a fit gives to an output, if they are known."""
    given: Any = fit.y
    if isinstance(given, Mapping):
        given = next((value for key, value in given.items() if _is_output(model, key, number)), None)
    elif len(model.anatomy.outputs) > 1:
        fitting = isinstance(given, tuple) and len(given) == len(model.anatomy.outputs)
        given = given[number] if fitting else None
    return given if isinstance(given, Data) else None


def of(model: ModelSource, event: Compile, number: int) -> Iterator[Data]:
    """The known targets that an output is fitted to under a compile."""
    for fit in fits_of(model, event):
        given = given_to(model, fit, number)
        if given is not None and given.origin != "list":
            yield given


def _is_output(model: ModelSource, key: Any, number: int) -> bool:
    return asking.names_output(model, key) and asking.output_names(model).index(key) == number


def labels(data: Data) -> str:
    """How targets hold classes: ``sparse`` for numbers of classes, ``categorical`` for one-hot, ``""`` if unclear."""
    steps, moved = list(data.steps), False
    while steps and steps[-1].name in _KEEPS_VALUES:
        moved = steps.pop().name not in _KEEPS_SHAPE or moved
    if not steps:
        return "sparse" if are_known(data) else ""
    if steps[-1].name == "encoded":
        return "sparse"
    what = steps[-1].what
    one_hot = type(what) is int or what in _ONE_HOT or data.origin in {*CLASSES, "unknown"}
    return "categorical" if steps[-1].name == "one_hot" and one_hot and not moved else ""


def is_one_hot_by_hand(data: Data) -> bool:
    """Whether an array of zeros got a one in each row or step: ``y[i, label] = 1``."""
    steps = [step for step in data.steps if step.name not in _KEEPS_SHAPE]
    return data.origin == "numpy.zeros" and bool(steps) and all(step.what == ONE_FILLED for step in steps)


def are_known(data: Data) -> bool:
    """Whether data began as the labels of a known data set."""
    part = str(data.part)
    return data.origin in CLASSES and (part.startswith("y_") or part == "target")


def form(data: Data) -> str:
    """The same, also where nothing but the shape says that each label is one number."""
    single = data.shape is not None and (len(data.shape) == 1 or data.shape[1:] == (1,)) and not data.done("unknown")
    return labels(data) or ("sparse" if single else "")


def directory_labels(model: ModelSource, fit: Fit) -> str:
    """What labels a data set of files brings: ``sparse``, ``binary``, ``categorical``, or ``""`` if unclear."""
    data: Any = fit.x
    if len(model.anatomy.outputs) != 1 or fit.y is not ABSENT:
        return ""
    if not isinstance(data, Data) or data.origin not in _DIRECTORIES or data.done("unknown", "relabelled"):
        return ""
    key, default = _DIRECTORIES[data.origin]
    mode = data.given.get(key, default)
    return _LABEL_MODES.get(mode, "") if isinstance(mode, str) else ""


def classes(data: Data) -> tuple[int, ...]:
    """How many classes labels may have; nothing if that is not known."""
    if not labels(data):
        return ()
    asked = [step.what for step in data.done("one_hot") if type(step.what) is int]
    return (asked[-1],) if asked else () if data.done("part", "unknown", "encoded") else CLASSES.get(data.origin, ())


def reach(data: Data) -> tuple[float, float] | None:
    """The lowest and the highest number that targets hold; None if that is not known."""
    at = next((at for at, step in enumerate(data.steps[::-1], 1) if not _keeps_range(data, step)), None)
    last = None if at is None else data.steps[-at]
    if at is not None and last is not None and _is_counted(data, last):
        ends = reach(replace(data, steps=data.steps[:-at]))
        return (
            None if ends is None else (_COUNTS[last.name](ends[0], last.what), _COUNTS[last.name](ends[1], last.what))
        )
    if last is not None:
        return _ends_after(last)
    if data.origin in {"numpy.ones", "numpy.zeros"}:
        return (1, 1) if data.origin == "numpy.ones" else (0, 0)
    if are_known(data):
        first = int(data.origin in _FROM_ONE)
        return first, first + CLASSES[data.origin][-1] - 1
    ends = data.given.get("range")
    return (min(ends), max(ends)) if isinstance(ends, tuple) else None


def _ends_after(step: Step) -> tuple[float, float] | None:
    """The lowest and the highest number after a step that says them itself; None after any other."""
    if isinstance(step.what, Kept):
        return None if step.what.low is None or step.what.high is None else (step.what.low, step.what.high)
    if step.name == "encoded" and isinstance(step.what, tuple):
        return step.what[0], step.what[1]
    clipped = step.what if step.name == "clip" and isinstance(step.what, tuple) else None
    return (0, 1) if step.name == "one_hot" else clipped


def _is_counted(data: Data, step: Step) -> bool:
    """Whether a step moves the ends of targets by a number; those of what was compared may be scaled as well."""
    moved = step.name in {"add", "subtract"} and type(step.what) is int
    scales = step.name in {"multiply", "divide"} and type(step.what) in (int, float) and step.what > 0
    return moved or (scales and data.origin == _COMPARED)


def _keeps_range(data: Data, step: Step) -> bool:
    """Whether a step leaves the ends of targets; any part of what was compared with a bound has them, in any size."""
    cut = data.origin == _COMPARED and (step.name in {"part", "resize"} or step.what == "resize")
    other = isinstance(step.what, Kept) and step.what.column != data.part
    kept = step.name == "unknown" and step.what in _KEEP_ENDS
    return step.name in _KEEPS_VALUES or cut or other or kept


def reconstructs(model: ModelSource, event: Compile) -> bool:
    """Whether the targets may be the inputs: an autoencoder, a denoiser, a model from image to image."""
    if any(same_rows(fit.x, fit.y) for fit in fits_of(model, event)):
        return True
    found = shapes(model.anatomy)
    inputs = [found[position] for position in model.anatomy.positions(INPUT)]
    outputs = [found[position] for position in model.anatomy.outputs]
    return any(shape and (len(shape) > 2 or (shape in inputs and shape[-1] != 1)) for shape in outputs)


def same_rows(x: Any, y: Any) -> bool:
    """Whether inputs are the targets, too."""
    if x is y and not isinstance(x, Absent):
        return True
    return isinstance(x, Data) and x == y and not x.done("part", "rows", "iloc", "loc", "unknown", "drop", "pop")


def special(model: ModelSource, event: Compile) -> bool:
    """Whether targets follow rules of their own: inputs to be reconstructed, or real and fake in a GAN."""
    return reconstructs(model, event) or (bool(model.training.compiles) and _used_inside(model))


def _used_inside(model: ModelSource) -> bool:
    """Whether a model goes into another one, or is frozen as a whole, as the discriminator of a GAN is."""
    frozen = any(isinstance(event, Trainable) and event.layer == "model" for event in model.training.events)
    return model.part or frozen or bool(model.training.uses("call"))


def lies_within(data: Data, lowest: float, highest: float) -> bool:
    """Whether targets lie in a range, or somebody scaled them, or did with them what cannot be read."""
    reached = reach(data)
    if reached is not None:
        return reached[0] >= lowest and reached[1] <= highest
    scaled = [step for step in data.steps if step.name == "scaler" and step.what != "StandardScaler"]
    return bool(scaled or data.done("multiply", "divide", "unknown") or data.origin.startswith(_MADE_UP))


def are_classes(model: ModelSource, event: Compile, number: int) -> bool:
    """Whether a metric, the labels or their directory say that an output tells classes apart."""
    if judges_classes(model, event, number):
        return True
    return any(labels(data) for data in of(model, event, number)) or any(
        directory_labels(model, fit) for fit in fits_of(model, event)
    )


def judges_classes(model: ModelSource, event: Compile, number: int, wanted: Set[str] = CLASS_METRICS) -> Made | None:
    """A metric of an output that only makes sense for classes."""
    given = asking.metrics(model, event).get(number, ())
    return next((metric for metric in given if metric.name in wanted and not metric.own), None)
