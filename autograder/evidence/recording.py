"""What trained a model: every ``fit`` is written down while it runs, so that the judge knows what to repeat.

It is installed when a notebook first uses this package. It runs beside the student's code, so nothing here is
believed: the judge trains by it, and counts what that gives.
"""

from __future__ import annotations

import gc
import hashlib
import math
import os
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from autograder.environment import REPEAT_VARIABLE
from autograder.evidence.portable import own_helpers
from autograder.evidence.record import NOT_FRESH

MOST_ROWS = 20_000
MOST_FITS = 200
MOST_WEIGHTS_KEPT = 12_000_000
"""Numbers: weights after each epoch, of a repetition whose curve is judged."""

_OWN_STEP = "it has a training step of its own"
_HARMLESS = frozenset({
    "History", "ProgbarLogger", "CallbackList", "TerminateOnNaN", "CSVLogger", "TensorBoard", "BackupAndRestore",
    "LearningRateScheduler", "ReduceLROnPlateau", "SwapEMAWeights", "ModelCheckpoint",
})  # fmt: skip
"""Callbacks that change nothing but what is written down: epochs, and the learning rate of each."""


@dataclass
class Fit:
    """One call of ``fit``, as plain data.

    Attributes:
        compiled: how the model was compiled, as Keras serializes it; None if it cannot be.
        data: name of the rows in `Training.rows`; empty if they were not arrays.
        batch_size, steps, epochs: as they really were; ``steps`` an epoch, 0 if a training step of its own let nobody
            see them.
        rates: the learning rate of each epoch, empty where a schedule sets it.
        curves: what was reported, by name, one number an epoch.
        frozen: names of layers that did not train.
        odd: why training by these facts alone would not be the same, one short reason each.
    """

    compiled: Any = None
    data: str = ""
    batch_size: int = 0
    steps: int = 0
    epochs: int = 0
    rates: list[float] = field(default_factory=list)
    curves: dict[str, list[float]] = field(default_factory=dict)
    frozen: list[str] = field(default_factory=list)
    continues: bool = False
    odd: list[str] = field(default_factory=list)


@dataclass
class _Kept:
    """A fit and what it is recognised by later."""

    fit: Fit
    model: Any
    variables: frozenset[int]
    after: str = ""
    snapshots: list[dict[int, npt.NDArray[Any]]] = field(default_factory=list)


class Recorder:
    """The fits of this process, in order."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []
        self._rows: dict[str, dict[str, list[Any]]] = {}
        self._stepped_outside: set[int] = set()
        self._fitting = 0
        self.optimizers: weakref.WeakSet[Any] = weakref.WeakSet()

    # Called by the wrappers

    def begin(self, model: Any, arguments: dict[str, Any]) -> _Follow:
        """A fit begins."""
        odd = list(_odd_arguments(model, arguments))
        fit = Fit(compiled=_compiled(model), odd=odd)
        kept = _Kept(fit, weakref.ref(model), frozenset())
        before = self._last_of(model)
        optimizer = getattr(model, "optimizer", None)
        fit.continues = before is not None and getattr(optimizer, "_autograder_fitted", False)
        if optimizer is not None:
            optimizer._autograder_fitted = True
        if before is not None and before.after != _digest(model):
            odd.append("weights changed between two fits")
        if before is None and not _is_fresh(model):
            odd.append(NOT_FRESH)
        fit.odd = odd
        fit.data = self._keep_rows(arguments)
        if len(self._kept) < MOST_FITS * 20:
            self._kept.append(kept)
        self._fitting += 1
        return _Follow(kept)

    def end(self, model: Any, follow: _Follow) -> None:
        """A fit ended, or was interrupted."""
        self._fitting -= 1
        kept = follow.kept
        kept.variables = frozenset(map(id, model.weights))
        kept.after = _digest(model)
        kept.fit.frozen = sorted({layer.name for layer in _leaves(model) if layer.weights and not layer.trainable})

    def stepped(self, optimizer: Any, variables: Iterable[Any]) -> None:
        """An optimizer changed variables; where no fit runs, in a loop of the author's own."""
        self.optimizers.add(optimizer)
        if not self._fitting:
            self._stepped_outside |= {id(variable) for variable in variables}

    @contextmanager
    def passing_over(self) -> Iterator[None]:
        """Forget the fits that run inside: the trainings of a check are none of the author's."""
        known = len(self._kept)
        try:
            yield
        finally:
            del self._kept[known:]

    # Asked when evidence is written

    def training_of(self, model: Any, saved: Any) -> dict[str, Any]:
        """What trained ``model``, and the model ``saved`` in its place with the same weights, as plain data."""
        own = [kept for kept in self._kept if kept.model() is model]
        mine = frozenset(map(id, model.weights))
        odd = []
        if any(kept.variables & mine for kept in self._kept if kept.model() is not model):
            odd.append("a part of it was trained by itself")
        if self._stepped_outside & mine:
            odd.append("a loop of its own trained it")
        if own and own[-1].after != _digest(model):
            odd.append("weights changed after the last fit")
        if any(own_helpers(layer) for layer in _leaves(model)):
            odd.append("an initializer, a regularizer or a constraint of its own")
        if saved is not model:
            odd.append("it is not made of Keras' own layers alone")
        fits = [kept.fit for kept in own][-MOST_FITS:]
        names = {fit.data for fit in fits}
        return {
            "fits": [vars(fit) for fit in fits],
            "rows": {name: rows for name, rows in self._rows.items() if name in names},
            "odd": odd,
        }

    def curve_of(self, model: Any, saved: Any) -> list[npt.NDArray[Any]] | None:
        """All weights of ``saved``, an array (epochs, …) for each, after each epoch of ``model``'s fits.

        None where they were not kept.
        """
        snapshots = [epoch for kept in self._kept if kept.model() is model for epoch in kept.snapshots]
        if not snapshots or any(id(weight) not in epoch for weight in saved.weights for epoch in snapshots[:1]):
            return None
        return [np.stack([epoch[id(weight)] for epoch in snapshots]) for weight in saved.weights]

    def trained_another_last(self, model: Any) -> bool:
        """Whether the last fit was of a model that has no weight in common with ``model``, and that is still there.

        A comparison whose network lived in a function, and went with it, is none that anybody could mean.
        """
        mine = frozenset(map(id, model.weights))
        gc.collect()  # a model refers to itself in circles
        for kept in reversed(self._kept):
            if kept.variables & mine:
                return False
            if kept.model() is not None:
                return True
        return False

    def _last_of(self, model: Any) -> _Kept | None:
        return next((kept for kept in reversed(self._kept) if kept.model() is model), None)

    def _keep_rows(self, arguments: dict[str, Any]) -> str:
        if arguments.get("y") is None:  # a data set or a generator, which may never end
            return ""
        try:
            inputs, targets = np.asarray(arguments["x"]), np.asarray(arguments["y"])
            trained = math.floor(len(inputs) * (1 - (arguments.get("validation_split") or 0)))  # as Keras does
            inputs, targets = inputs[:trained], targets[:trained]
            if inputs.dtype == object or len(inputs) != len(targets) or not 0 < len(inputs) <= MOST_ROWS:
                return ""
            rows: dict[str, list[Any]] = {"inputs": row_names(inputs), "targets": _plain_targets(targets)}
        except (IndexError, KeyError, TypeError, ValueError):  # several targets, by name or in a list
            return ""
        name = hashlib.sha256(repr(rows).encode()).hexdigest()[:16]
        self._rows.setdefault(name, rows)
        return name


class _Follow(keras.callbacks.Callback):
    """Notes what happens in a fit."""

    def __init__(self, kept: _Kept) -> None:
        super().__init__()
        self.kept = kept
        self._keep_weights = REPEAT_VARIABLE in os.environ
        self._stepped = 0

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self._stepped = _steps_of_all()
        optimizer = getattr(self.model, "optimizer", None)
        rate = getattr(optimizer, "_learning_rate", None)
        if optimizer is not None and not isinstance(rate, keras.optimizers.schedules.LearningRateSchedule):
            self.kept.fit.rates.append(float(optimizer.learning_rate))

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        fit = self.kept.fit
        fit.epochs += 1
        seen = _steps_of_all() - self._stepped
        fit.steps = max(seen, int((self.params or {}).get("steps") or 0)) or fit.steps
        if _OWN_STEP in fit.odd and not seen:
            fit.steps = 0
        for name, value in (logs or {}).items():
            if np.ndim(value) == 0:
                fit.curves.setdefault(str(name), []).append(float(value))
        size = sum(int(np.prod(weight.shape)) for weight in self.model.weights)
        if self._keep_weights and size * (len(self.kept.snapshots) + 1) <= MOST_WEIGHTS_KEPT:
            self.kept.snapshots.append({id(weight): np.array(weight) for weight in self.model.weights})


def _steps_of_all() -> int:
    """How many steps the optimizers of this process have taken: a training step may call them more than once."""
    return sum(int(optimizer.iterations) for optimizer in recorder().optimizers)


_recorder: Recorder | None = None


def recorder() -> Recorder:
    """The recorder of this process; installs it if it is not there yet."""
    global _recorder  # noqa: PLW0603 (one for the whole process is the point)
    if _recorder is None:
        _recorder = Recorder()
        _install()
    return _recorder


def forget() -> None:
    """Begin anew: what was trained until now belongs to somebody else."""
    global _recorder  # noqa: PLW0603
    _recorder = Recorder() if _recorder else None


def _install() -> None:
    plain_fit, plain_apply = keras.Model.fit, keras.optimizers.Optimizer.apply

    @wraps(plain_fit)
    def fit(self: Any, x: Any = None, y: Any = None, *positional: Any, **named: Any) -> Any:
        names = ("batch_size", "epochs", "verbose", "callbacks", "validation_split", "validation_data", "shuffle")
        given = {**dict(zip(names, positional, strict=False)), **named}
        ours = recorder()
        follow = ours.begin(self, {**given, "x": x, "y": y})
        callbacks = given.pop("callbacks", None)
        if not isinstance(callbacks, keras.callbacks.CallbackList):
            callbacks = [*(one for one in keras.tree.flatten(callbacks) if one is not None), follow]
        try:
            return plain_fit(self, x, y, callbacks=callbacks, **given)
        finally:
            ours.end(self, follow)

    @wraps(plain_apply)
    def apply(self: Any, grads: Any, trainable_variables: Any = None) -> Any:
        told = trainable_variables if trainable_variables is not None else getattr(self, "_trainable_variables", ())
        recorder().stepped(self, told)
        return plain_apply(self, grads, trainable_variables)

    keras.Model.fit, keras.optimizers.Optimizer.apply = fit, apply


def row_names(inputs: npt.NDArray[Any]) -> list[str]:
    """A short name for each row, the same for the same numbers in 32 bits."""
    rows = np.ascontiguousarray(inputs.reshape(len(inputs), -1), dtype="float32")
    return [hashlib.blake2b(row.tobytes(), digest_size=5).hexdigest() for row in rows]


def _plain_targets(targets: npt.NDArray[Any]) -> list[float]:
    """One number a row; for one-hot rows the class."""
    if targets.ndim == 2 and targets.shape[1] > 1:
        targets = targets.argmax(axis=1)
    return [float(value) for value in targets.reshape(len(targets)).astype("float32")]


def _odd_arguments(model: Any, arguments: dict[str, Any]) -> Iterable[str]:
    if arguments.get("y") is None:
        yield "the rows came from a generator or a data set"
    if arguments.get("class_weight") is not None or arguments.get("sample_weight") is not None:
        yield "rows were weighted"
    if arguments.get("shuffle") is False:
        yield "rows were not shuffled"
    if any(getattr(type(model), name) is not getattr(keras.Model, name) for name in ("train_step", "compute_loss")):
        yield _OWN_STEP
    callbacks = arguments.get("callbacks")
    for callback in keras.tree.flatten(getattr(callbacks, "callbacks", callbacks)):
        if callback is None:
            continue
        kind = type(callback)
        ours = kind.__module__.partition(".")[0] == "keras"
        stops = ours and kind.__name__ == "EarlyStopping" and not callback.restore_best_weights
        if not stops and not (ours and kind.__name__ in _HARMLESS):
            yield f"the callback {kind.__name__}"


def _compiled(model: Any) -> Any:
    try:
        return model.get_compile_config()
    except Exception:  # an own loss or optimizer that cannot be described
        return None


def _leaves(model: Any) -> Iterable[Any]:
    return [layer for layer in model._flatten_layers(include_self=False) if not list(layer._layers)]


def _digest(model: Any) -> str:
    """Of all weights."""
    digest = hashlib.blake2b(digest_size=8)
    for weight in model.weights:
        digest.update(np.ascontiguousarray(weight).tobytes())
    return digest.hexdigest()


_CONSTANT = {"bias": "bias_initializer", "beta": "beta_initializer", "gamma": "gamma_initializer"}
_BEGIN_AT_ONE_NUMBER = (keras.initializers.Constant, keras.initializers.Zeros, keras.initializers.Ones)


def _is_fresh(model: Any) -> bool:
    """Whether no training has touched it: what begins at a constant still stands there."""
    for layer in _leaves(model):
        for weight, initializer in _CONSTANT.items():
            begins, now = getattr(layer, initializer, None), getattr(layer, weight, None)
            if not isinstance(begins, _BEGIN_AT_ONE_NUMBER) or not isinstance(now, keras.Variable):
                continue
            if not np.array_equal(np.array(now), np.array(begins(now.shape, dtype=now.dtype))):
                return False
    return True
