"""A recipe: how a model was trained, read from its evidence as plain data, so that the judge can repeat it.

What is read here is a training by ``fit`` on the course's rows with what Keras ships. Whatever else trained a model
is `NotPlain`: the judge then repeats it by running the student's cells again.
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import keras
import numpy as np

from autograder.anatomy.source.names import api
from autograder.errors import quoted
from autograder.evidence import Evidence, Refused
from autograder.evidence.record import Fit, TrainedOn
from autograder.evidence.recording import row_names
from autograder.judge.batches import possible_steps, steps_at_once, stream
from autograder.judge.data import CourseData, Rows
from autograder.judge.described import factors_in, numbers_in, operands_in

MAX_STEPS = 200_000
MAX_PHASES = 20
FEW_NUMBERS, KEPT_NUMBERS = 64, 2
"""Constants and statistics that a copy may keep: so many, and for each number of a row so many. A model is learned,
not handed over."""
_KNOWN_ROWS = 0.99
_WATCHED_AT_ONCE = 500
_SCHEDULE = "learning_rate"


class NotPlain(Exception):
    """The training is more than fits on the course's rows; the message says what, as half a sentence."""


@dataclass(frozen=True)
class Phase:
    """Consecutive epochs of the same training.

    Attributes:
        optimizer, loss: class and settings, as Keras serializes them.
        rows: what it trains on.
        epochs, steps: how many, and optimizer steps in an epoch.
        rates: one learning rate for each epoch where something changed it, else empty.
        frozen: names of layers that do not train.
        continues: with the optimizer of the phase before.
    """

    optimizer: dict[str, Any]
    loss: Any
    rows: Rows
    epochs: int
    steps: int
    rates: tuple[float, ...]
    frozen: frozenset[str]
    continues: bool


@dataclass(frozen=True)
class Recipe:
    """Architecture aside, all that a repetition needs."""

    phases: tuple[Phase, ...]

    @property
    def epochs(self) -> int:
        """How many were trained."""
        return sum(phase.epochs for phase in self.phases)

    @property
    def steps(self) -> tuple[int, ...]:
        """Optimizer steps of each epoch."""
        return tuple(
            possible_steps(len(phase.rows.targets), phase.steps) for phase in self.phases for _ in range(phase.epochs)
        )

    @classmethod
    def of(cls, evidence: Evidence, data: CourseData) -> Recipe:
        """The recipe in the evidence.

        Raises:
            NotPlain: the training was another one than these facts tell.
            Refused: it is too long, or trained on rows that nobody may train on.
        """
        _require_given(evidence.rows.values(), data)
        for reason in (*evidence.odd, *itertools.chain.from_iterable(fit.odd for fit in evidence.fits)):
            raise NotPlain(f"its record says {quoted(reason)}")
        if not evidence.fits:
            raise NotPlain("no fit of it was seen")
        phases = tuple(_merged(_phase(fit, evidence.rows, data) for fit in evidence.fits))
        steps = sum(phase.epochs * phase.steps for phase in phases)
        if steps > MAX_STEPS or len(phases) > MAX_PHASES:
            raise NotPlain(f"it took {steps} steps in {len(phases)} phases")
        return cls(phases)

    def train(
        self, model: Any, seed: int, watched: Rows | None = None, whole: bool = False
    ) -> tuple[Any, list[float]]:
        """As :meth:`train_each`, with one seed."""
        return next(self.train_each(model, [seed], watched, whole))

    def train_each(
        self, model: Any, seeds: Sequence[int], watched: Rows | None = None, whole: bool = False
    ) -> Iterator[tuple[Any, list[float]]]:
        """For each seed, train a copy of ``model`` from fresh weights, as the recipe says.

        Normalization layers keep what they learned from the data: that is preparation, not training. Every other
        seed than these is forgotten. Where the optimizer averages the weights, it is the averaged ones that are
        watched. A training in one phase is compiled and traced once, and set back for each further seed; the weights
        at its end are the same bit for bit.

        Yields:
            The copy, and its accuracy on the ``watched`` rows after each epoch: of the last half, or of the
            ``whole`` training.
        """
        late = 0 if whole else self.epochs // 2
        if len(seeds) == 1 or len(self.phases) > 1:
            for seed in seeds:
                fresh = self.untrained(model, seed)
                yield fresh, self._fit(fresh, seed, watched, late)
            return
        traced = self.untrained(model, seeds[0])
        _freeze(traced, self.phases[0].frozen)
        _compile(traced, self.phases[0], watched)
        traced.optimizer.build(traced.trainable_variables)
        start = [variable.numpy() for variable in traced.optimizer.variables]
        for seed in seeds:
            fresh = self.untrained(model, seed)
            _assign(traced.variables, fresh.variables)
            _assign(traced.optimizer.variables, start)
            curve = self._fit(traced, seed, watched, late)
            _freeze(fresh, self.phases[0].frozen)
            fresh.set_weights(traced.get_weights())
            yield fresh, curve

    def _fit(self, fresh: Any, seed: int, watched: Rows | None, late: int) -> list[float]:
        """Train in all phases; the accuracies on the watched rows after each epoch from ``late`` on."""
        seen, accuracies = 0, []
        for number, phase in enumerate(self.phases):
            _freeze(fresh, phase.frozen)
            steps = possible_steps(len(phase.rows.targets), phase.steps)
            if not phase.continues and (number or not fresh.compiled):
                _compile(fresh, phase, watched)
            at = [epoch + 1 for epoch in range(phase.epochs) if seen + epoch >= late]
            told = fresh.fit(
                stream(*_as_the_loss_wants(phase, fresh), steps, phase.epochs, seed + number),
                steps_per_epoch=steps,
                epochs=phase.epochs,
                shuffle=False,
                validation_data=_as_the_loss_wants(replace(phase, rows=watched), fresh) if watched and at else None,
                validation_freq=at or 1,
                validation_batch_size=_WATCHED_AT_ONCE,
                callbacks=_callbacks(phase),
                verbose=0,
            )
            accuracies += told.history.get("val_accuracy", [])
            seen += phase.epochs
        return accuracies

    def untrained(self, model: Any, seed: int) -> Any:
        """A copy of ``model`` with fresh weights.

        Raises:
            NotPlain: it was handed weights that no initializer gives and no training changed, or many numbers that
                a copy keeps.
        """
        _require_few_constants(model)
        keras.utils.set_random_seed(seed)
        fresh = type(model).from_config(without_seeds(model.get_config()))
        if not fresh.built:
            fresh.build(model.input_shape)
        pairs = list(zip(fresh._flatten_layers(), model._flatten_layers(), strict=True))
        for new, old in pairs:
            if isinstance(new, keras.layers.Normalization):
                new.set_weights(old.get_weights())
                new.finalize_state()
            elif not isinstance(old, keras.Model) and not old.trainable and not _same_weights(new, old):
                raise NotPlain("frozen weights were set by hand")
        return fresh


def without_seeds(config: Any) -> Any:
    """A configuration in which every seed is left to whoever builds it."""
    if isinstance(config, Mapping):
        return {
            key: None if key == "seed" and isinstance(value, int | Mapping) else without_seeds(value)
            for key, value in config.items()
        }
    if isinstance(config, list | tuple):
        return type(config)(map(without_seeds, config))
    return config


def _same_weights(new: Any, old: Any) -> bool:
    own = zip(new.weights, old.weights, strict=True)
    return isinstance(old, keras.layers.BatchNormalization) or all(
        np.allclose(np.asarray(one), np.asarray(other)) for one, other in own if one.dtype != "uint32"
    )


def _compile(model: Any, phase: Phase, watched: Rows | None) -> None:
    model.compile(
        optimizer=keras.optimizers.deserialize(phase.optimizer),
        loss=keras.losses.get(phase.loss),
        metrics=["accuracy"] if watched else None,
        steps_per_execution=steps_at_once(possible_steps(len(phase.rows.targets), phase.steps)),
    )


def _assign(variables: Sequence[Any], values: Sequence[Any]) -> None:
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)


def _freeze(model: Any, frozen: frozenset[str]) -> None:
    for layer in model._flatten_layers(include_self=False):
        if layer.weights and not list(layer._layers):
            layer.trainable = layer.name not in frozen


def _require_few_constants(model: Any) -> None:
    """Numbers in the architecture, and statistics that a copy keeps, would be weights that no training made.

    What a Normalization keeps is counted where it is kept: a description can tell anything of it.
    """
    described = json.loads(model.to_json())
    norms = [layer for layer in model._flatten_layers() if isinstance(layer, keras.layers.Normalization)]
    numbers = sum(int(np.prod(weight.shape)) for norm in norms for weight in norm.weights)
    numbers += sum(numbers_in(described)) + operands_in(described) + factors_in(described)
    row = sum(math.prod(filter(None, taken.shape[1:])) for taken in model.inputs)
    if numbers > FEW_NUMBERS + KEPT_NUMBERS * row:
        raise NotPlain(f"its architecture holds {numbers} constant numbers")


def _phase(fit: Fit, known: Mapping[str, TrainedOn], data: CourseData) -> Phase:
    if not isinstance(fit.compiled, Mapping) or fit.rows not in known or not fit.steps:
        raise NotPlain("how it was compiled, or what it was trained on, was not seen")
    optimizer = _optimizer(fit.compiled.get("optimizer"))
    configured = optimizer["config"].get(_SCHEDULE)
    rates = fit.rates if not isinstance(configured, Mapping) and len(fit.rates) == fit.epochs else ()
    if rates and not fit.continues and np.allclose(rates, configured, rtol=1e-4):
        rates = ()
    if any(fit.compiled.get(name) for name in ("loss_weights", "weighted_metrics")):
        raise NotPlain("losses were weighted")
    rows = _rows(known[fit.rows], data)
    loss = _loss(fit.compiled.get("loss"))
    return Phase(optimizer, loss, rows, fit.epochs, fit.steps, tuple(rates), fit.frozen, fit.continues)


def _merged(phases: Iterator[Phase]) -> Iterator[Phase]:
    """Phases that only continue each other become one, as a loop of ``fit(epochs=1)`` asks for."""
    last: Phase | None = None
    for phase in phases:
        if last and phase.continues and _alike(last, phase):
            rates = (*_rates_of(last), *_rates_of(phase))
            same = not last.continues and np.allclose(rates, last.optimizer["config"].get(_SCHEDULE) or 0, rtol=1e-4)
            last = replace(last, epochs=last.epochs + phase.epochs, rates=() if same else rates)
            continue
        if last:
            yield last
        last = phase
    if last:
        yield last


def _alike(one: Phase, other: Phase) -> bool:
    return (
        (one.steps, one.frozen, one.loss) == (other.steps, other.frozen, other.loss)
        and one.rows.targets.shape == other.rows.targets.shape
        and bool(np.array_equal(one.rows.inputs, other.rows.inputs))
    )


def _rates_of(phase: Phase) -> tuple[float, ...]:
    configured = phase.optimizer["config"].get(_SCHEDULE)
    return phase.rates or ((float(configured),) * phase.epochs if isinstance(configured, int | float) else ())


def _rows(trained_on: TrainedOn, data: CourseData) -> Rows:
    """The course's own copies of the rows that were trained on.

    Raises:
        NotPlain: many of them are not the course's, or have other targets.
    """
    inputs = np.concatenate([data.released.inputs, data.validation.inputs])
    targets = np.concatenate([data.released.targets, data.validation.targets])
    names = row_names(inputs)
    place = {(name, _short(target)): number for number, (name, target) in enumerate(zip(names, targets, strict=True))}
    asked = [(name, _short(target)) for name, target in zip(trained_on.inputs, trained_on.targets, strict=True)]
    at = [place[row] for row in asked if row in place]
    if len(at) < _KNOWN_ROWS * len(asked) or not at:
        raise NotPlain("it was trained on rows or targets that were changed first")
    return Rows(inputs[at], targets[at])


def _require_given(trained_on: Iterable[TrainedOn], data: CourseData) -> None:
    """Refuse what was trained on rows that are there to judge by, or that the exercise gives to validate only."""
    given, validation, held_out = (
        frozenset(row_names(rows.inputs)) for rows in (data.released, data.validation, data.held_out)
    )
    for one in trained_on:
        if data.only_released:
            _require_none(one, validation - given, "validation rows, which are there to look at")
        _require_none(one, held_out - given - validation, "held-out rows of this course")


def _require_none(trained_on: TrainedOn, kept_back: frozenset[str], called: str) -> None:
    among = sum(name in kept_back for name in trained_on.inputs)
    if among > len(trained_on.inputs) // 100:
        raise Refused(f"{among} of the rows that were trained on are {called}.")


def _short(target: float) -> str:
    """A target as it is compared: one that was computed in 32 bits is the same."""
    return f"{float(target):.5g}"


def _as_the_loss_wants(phase: Phase, model: Any) -> tuple[Any, Any]:
    classes = model.output_shape[-1]
    one_hot = classes > 1 and "sparse" not in str(phase.loss).lower()
    return phase.rows.inputs, keras.utils.to_categorical(
        phase.rows.targets, classes
    ) if one_hot else phase.rows.targets


def _callbacks(phase: Phase) -> list[Any]:
    callbacks: list[Any] = []
    if phase.rates:
        callbacks.append(keras.callbacks.LearningRateScheduler(lambda epoch, _: phase.rates[epoch]))
    if phase.optimizer["config"].get("use_ema"):
        callbacks.append(keras.callbacks.SwapEMAWeights())
    return callbacks


def _optimizer(described: Any) -> dict[str, Any]:
    name = described.get("class_name") if isinstance(described, Mapping) else None
    if not isinstance(name, str) or name not in api()["optimizers"] or not _is_own(described, name):
        raise NotPlain("its optimizer is not one of Keras' own")
    config = {key: _setting(key, value) for key, value in described.get("config", {}).items() if key != "name"}
    return {"module": "keras.optimizers", "class_name": name, "config": config}


def _is_own(described: Mapping[str, Any], name: str) -> bool:
    module = str(described.get("module"))
    return module.partition(".")[0] == "keras" and described.get("registered_name") in (None, name)


def _setting(key: str, value: Any) -> Any:
    if key == _SCHEDULE and isinstance(value, Mapping):
        name = value.get("class_name")
        if not isinstance(name, str) or name not in api()["schedules"] or not _is_own(value, name):
            raise NotPlain("its learning-rate schedule is not one of Keras' own")
        inner = {name: _setting(name, item) for name, item in value.get("config", {}).items()}
        return {"module": "keras.optimizers.schedules", "class_name": name, "config": inner}
    items = value if isinstance(value, list) else [value]
    if all(item is None or isinstance(item, bool | int | float | str) for item in items):
        return value
    raise NotPlain(f"the optimizer's {quoted(key)} is not a plain number")


def _loss(described: Any) -> Any:
    """A loss that was given as a string, a class or a function of Keras, as ``keras.losses.get`` takes it."""
    if isinstance(described, Mapping) and described.get("class_name") == "function":
        described = described.get("config")
    if isinstance(described, str):
        short = described.removeprefix("keras.losses.")
        if {short, short.title().replace("_", "")} & {*api()["losses by name"], *api()["losses"]}:
            return short
    elif isinstance(described, Mapping):
        name, config = described.get("class_name"), described.get("config")
        if (
            isinstance(name, str)
            and name in api()["losses"]
            and _is_own(described, name)
            and isinstance(config, Mapping)
        ):
            plain = {key: _setting("", value) for key, value in config.items() if key not in {"fn", "name", "dtype"}}
            return {"module": "keras.losses", "class_name": name, "config": plain}
    raise NotPlain("its loss is not one of Keras' own")
