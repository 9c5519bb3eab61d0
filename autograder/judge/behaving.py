"""Measure what a model does, step by step, on training rows; `autograder.rubric.behaviour` knows the thresholds.

The model is run operation by operation, so that each can be given what it gets at prediction, and asked for what it
does in training; a branch can be held still; and what the last weights give can be scaled.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import starmap
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
from keras import tree

from autograder.errors import quoted
from autograder.evidence import Refused
from autograder.evidence.portable import OF_WEIGHTS, output_names
from autograder.judge.described import FACTORS, factors_in, is_number, numbers_in
from autograder.judge.failing import reason_of
from autograder.rubric.behaviour import CARRIES, RECURRENT, Behaviour, Head, Step

ROWS = 512
MOST_STEPS = 600
MOST_NUMBERS = 40_000_000
"""In one step's output for all rows; fewer rows are taken where a row is large."""
_PASSES = 6
_USUAL_BATCH = 32  # of fit, and of the rows that it validates on
_MOST_COLUMNS = 4096
_WEIGHTED = (
    "Dense", "EinsumDense", "Embedding", "Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose",
    "Conv3DTranspose", "SeparableConv1D", "SeparableConv2D", "DepthwiseConv1D", "DepthwiseConv2D", "LSTM", "GRU",
    "SimpleRNN", "RNN", "Bidirectional", "TimeDistributed", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D",
    "MultiHeadAttention", "GroupQueryAttention", "Matmul", "Dot", "Einsum", "Tensordot", "Inner", "Conv",
    "DepthwiseConv", "SeparableConv", "ConvTranspose", "SpectralNormalization",
)  # fmt: skip
_OPERATIONS = frozenset({"Matmul", "Dot", "Einsum", "Tensordot", "Inner", "Conv", "DepthwiseConv", "SeparableConv"})
_ADDS_UP = frozenset({
    "Add", "Subtract", "Average", "Concatenate", "Flatten", "Reshape", "Permute", "Transpose", "Squeeze",
    "ExpandDims", "GetItem", "Rescaling", "ZeroPadding1D", "ZeroPadding2D", "Cropping1D", "Cropping2D", "Identity",
    "ConvertToTensor", "Cast", "Stack", "RepeatVector", "GlobalAveragePooling1D", "GlobalAveragePooling2D",
    "AveragePooling1D", "AveragePooling2D", "UpSampling1D", "UpSampling2D", "Mean", "Sum", "Split", "Negative",
})  # fmt: skip
"""Operations that are straight lines by what they are."""
_SCALES = (-1e4, 1e4)
_SAME = 1e-4  # a weight so small, beside the largest of its unit, combines nothing
_ROUNDING = 1e-6

Array = npt.NDArray[np.float64]
Asked = tuple[Array | None, npt.NDArray[Any]]
"""What a model answered to the rows, if that is known, and others to stand among them."""


Layers = Mapping[str, Sequence[npt.NDArray[Any]]]
"""The weights of a network's layers, by name."""


def behaviour(
    model: Any, rows: npt.NDArray[Any], released: Layers | None = None, asked: Asked | None = None
) -> Behaviour:
    """What a model of Keras' own operations does with ``rows`` (n, …), raw ones that nobody could train on.

    Args:
        model: the model.
        rows: to look at it with.
        released: the layers of a network that everybody was given, to be recognised by their weights.
        asked: what it answered to these rows when it was graded, and training rows; it must be the same model there.

    Raises:
        Refused: it cannot be run on them, or it is too large to be looked at, or a row's answer depends on others.
    """
    try:
        measured = _Measured(_flat(model), rows, released or {})
        if asked:
            measured.require_rows_apart(*asked)
        return measured.behaviour(output_names(model))
    except Refused:
        raise
    except Exception as error:  # Keras and TensorFlow raise many kinds when shapes do not fit
        said = quoted(reason_of(error))
        raise Refused(f"The model cannot be run on rows of shape {rows.shape[1:]}: {said}") from error


def numbers_held(model: Any) -> int:
    """How many numbers a model of Keras' own operations holds: weights, trainable or not, and constants.

    What an opened layer held as weights are constants by now. Of what Keras' operations are told, an axis does not
    count; which part of a tensor is taken, and how far one is padded, do: a ladder of ones makes any number of that.
    """
    held = {id(weight): int(np.prod(weight.shape)) for weight in model.weights}
    for layer in model._flatten_layers(include_self=False):
        if not list(layer._layers):
            config = keras.saving.serialize_keras_object(layer)
            held[id(layer)] = sum(numbers_in(config)) + factors_in(config)
    nodes = _nodes(_flat(model))
    for operation in {id(node.operation): node.operation for node in nodes}.values():
        if not isinstance(operation, keras.Layer):
            held[id(operation)] = factors_in(vars(operation)) + _sizes(operation)
    operands = [one for node in nodes for one in _operands(node)]
    held.update({id(one): int(np.size(one)) for one in operands if not is_number(one)})
    return sum(held.values()) + sum(map(is_number, operands))


def _sizes(operation: Any) -> int:
    """How many numbers an operation was made with, axes and those that `factors_in` counts aside."""
    told = {
        key: value for key, value in vars(operation).items() if not key.startswith(("_", "ax")) and key not in FACTORS
    }
    return sum(map(is_number, tree.flatten(told)))


def _operands(node: Any) -> list[Any]:
    """The numbers and tables that an operation reads in place of tensors."""
    args, kwargs = node.arguments.fill_in({id(tensor): None for tensor in node.input_tensors})
    told = [one for item in tree.flatten((args, kwargs)) for one in _ends(item)]
    return [one for one in told if np.ndim(one) or is_number(one)]


def _ends(item: Any) -> tuple[Any, ...]:
    return (item.start, item.stop, item.step) if isinstance(item, slice) else (item,)


def _flat(model: Any) -> Any:
    """A functional model without models inside it; weights are shared."""
    flat = model if type(model).__name__ == "Functional" else _retraced(model)
    while any(isinstance(node.operation, keras.Model) for node in _nodes(flat)):
        flat = _retraced(flat)
        if len(_nodes(flat)) > MOST_STEPS:
            raise Refused(f"The model has more than {MOST_STEPS} operations.")
    return flat


def _retraced(model: Any) -> Any:
    """The model traced once more, with the models directly inside it opened."""
    inputs = [keras.Input(batch_shape=(None, *tensor.shape[1:]), dtype=tensor.dtype) for tensor in model.inputs]
    taken: Any = inputs[0] if len(inputs) == 1 else inputs
    if getattr(model, "_inputs_struct", None) is not None:
        taken = tree.pack_sequence_as(model._inputs_struct, inputs)
    if type(model).__name__ != "Functional":
        return keras.Model(taken, model.call(taken))

    def called(operation: Any, **_: Any) -> Any:
        return operation.call if isinstance(operation, keras.Model) else operation

    return keras.Model(taken, model._run_through_graph(taken, operation_fn=called))


def _nodes(flat: Any) -> list[Any]:
    """The calls of operations in the order they run."""
    by_depth = flat._nodes_by_depth
    return [node for depth in sorted(by_depth, reverse=True) for node in by_depth[depth] if not node.is_input]


Values = dict[int, Any]
"""Of each tensor of the graph, by the tensor's id."""


class _Measured:
    """A flat model with the values of all its tensors on some rows."""

    def __init__(self, flat: Any, rows: npt.NDArray[Any], released: Layers) -> None:
        self.flat = flat
        self.released = released
        self.nodes = _nodes(flat)
        if len(self.nodes) > MOST_STEPS:
            raise Refused(f"The model has {len(self.nodes)} operations; at most {MOST_STEPS} are looked at.")
        largest = max(int(np.prod([n or 1 for n in t.shape[1:]])) for node in self.nodes for t in node.output_tensors)
        many = max(8, min(ROWS, MOST_NUMBERS // max(largest, 1), len(rows)))
        self.chosen = np.linspace(0, len(rows) - 1, many).astype(int)
        self.rows = np.asarray(rows[self.chosen], dtype="float32")
        if len(flat.inputs) != 1:
            raise Refused(f"The model takes {len(flat.inputs)} inputs, not one.")
        for node in self.nodes:
            self._set_seed(node)
        self.values = self._values(self.rows)

    def _values(self, rows: npt.NDArray[Any]) -> Values:
        values: Values = {id(self.flat.inputs[0]): self._as_taken(rows)}
        self._run(self.nodes, values)
        return values

    def _set_seed(self, node: Any) -> None:
        """The same random numbers each time: a verdict can be repeated."""
        if _is_random(node.operation):
            node.operation.seed_generator.state.assign([self.nodes.index(node), 0])

    def require_rows_apart(self, answered: Array | None, others: npt.NDArray[Any]) -> None:
        """Refuse a model that answers to a row by what stands beside it: it could be another one when it is graded.

        Mixed with ``others`` in a random order, all at once and in small batches as in training, each row is answered
        as it was before; where chance has a part in the answers, about as differently as the same rows asked twice.
        """
        among = np.asarray(others[: len(self.rows)], dtype="float32")
        mixed = np.concatenate([self.rows, among])
        drawn = np.random.default_rng(int.from_bytes(self.rows[-1].tobytes()[:4], "little"))
        order = drawn.permutation(len(mixed))
        own = self._answers() if answered is None else answered[self.chosen]
        before = np.concatenate([own, self._answers(self._values(among))])
        chance = self._answers(self._values(self.rows)) - self._answers()
        for sizes in ([len(mixed)], [1, _USUAL_BATCH, *drawn.integers(2, 2 * _USUAL_BATCH, 3)]):
            cuts = np.cumsum(sizes)
            asked = order[: cuts[-1]]
            pieces = [piece for piece in np.split(mixed[asked], cuts[:-1]) if len(piece)]
            again = np.concatenate([self._answers(self._values(piece)) for piece in pieces])
            parts = (self._by_output(answers) for answers in (before, again - before[asked], chance))
            if np.isfinite(before).all() and any(starmap(_differs, zip(*parts, strict=True))):
                raise Refused(
                    "What the model answers to a row depends on the rows beside it: the same rows among others get "
                    "other answers. Standardise with a Normalization or a BatchNormalization, not by the mean of a "
                    "batch."
                )

    def _by_output(self, answers: Array) -> list[Array]:
        """The columns of each output: one that is large must not hide what a small one does."""
        widths = [int(np.prod(self._value(tensor).shape[1:])) for tensor in self.flat.outputs]
        return np.split(answers, np.cumsum(widths)[:-1], axis=1)

    def _as_taken(self, rows: npt.NDArray[Any]) -> Any:
        (tensor,) = self.flat.inputs
        if len(tensor.shape) == rows.ndim - 1 and rows.shape[-1] == 1:
            rows = rows[..., 0]
        return keras.ops.cast(keras.ops.convert_to_tensor(rows), tensor.dtype)

    # Running

    def _run(self, nodes: Sequence[Any], values: Values, noisy: bool = False) -> None:
        """Fill in what these operations give at prediction; ``noisy``, with everything random at work."""
        for node in nodes:
            self._put(node, self._given(node, values, noisy), values)

    def _given(self, node: Any, values: Values, noisy: bool) -> Any:
        if noisy:
            self._set_seed(node)
        return self._call(node, values, training=noisy and _is_random(node.operation))

    @staticmethod
    def _put(node: Any, given: Any, values: Values) -> None:
        for tensor, value in zip(node.output_tensors, tree.flatten(given), strict=True):
            values[id(tensor)] = value

    @staticmethod
    def _call(node: Any, values: Values, training: bool, operation: Any = None) -> Any:
        operation = operation or node.operation
        args, kwargs = node.arguments.fill_in(values)
        if getattr(operation, "_call_has_training_arg", False):
            kwargs = {**kwargs, "training": training}
        return operation(*args, **kwargs)

    def _value(self, tensor: Any, values: Values | None = None) -> Array:
        return np.asarray((values or self.values)[id(tensor)], dtype="float64")

    def _answers(self, values: Values | None = None) -> Array:
        found = [self._value(tensor, values) for tensor in self.flat.outputs]
        return np.concatenate([one.reshape(len(one), -1) for one in found], axis=1)

    # The graph as steps

    @cached_property
    def position(self) -> Mapping[int, int]:
        """For each tensor's id, which step makes it: the inputs are the first ones."""
        found = {id(tensor): number for number, tensor in enumerate(self.flat.inputs)}
        for number, node in enumerate(self.nodes, len(found)):
            found.update({id(tensor): number for tensor in node.output_tensors})
        return found

    def behaviour(self, names: Sequence[str]) -> Behaviour:
        """Everything that is measured; ``names`` are those of the outputs."""
        entering = [self._value(tensor) for tensor in self.flat.inputs]
        steps = [Step("input", "Input", numbers=_moving(value), **self._columns(value)) for value in entering]
        steps += [self._step(node) for node in self.nodes]
        outputs = tuple(self.position[id(tensor)] for tensor in self.flat.outputs)
        found = tuple(self._with_noise(steps))
        takes, gives = (
            tuple(tuple(tensor.shape[1:]) for tensor in at) for at in (self.flat.inputs, self.flat.outputs)
        )
        head = self._head(found, outputs)
        answered = [self._value(tensor) for tensor in self.flat.outputs]
        ranges = tuple((float(one.min()), float(one.max())) for one in answered)
        return Behaviour(takes, found, outputs, head, numbers_held(self.flat), tuple(names), gives, ranges)

    def _step(self, node: Any) -> Step:
        operation = node.operation
        kind = type(operation).__name__
        mixes, given = id(node) in self.mixing, self._value(node.output_tensors[0])
        return Step(
            name=str(operation.name),
            kind=kind,
            inputs=self._carrying(node),
            mixes=mixes,
            learned=mixes and _is_learned(operation),
            factors=not mixes and _holds_factors(operation),
            fed_straight=self._fed_straight(node) if mixes else 0.0,
            straight=self._straight(node, mixes),
            drops=self._drops(node),
            numbers=_moving(given),
            released=self._released(node),
            **self._columns(self._standard(node) if kind == "BatchNormalization" else given),
        )

    def _standard(self, node: Any) -> Array:
        """What batch norm makes of its input, without what it learned and the little that it adds to a variance."""
        norm, (tensor,) = node.operation, node.input_tensors
        mean, variance = (np.asarray(weight, dtype="float64") for weight in (norm.moving_mean, norm.moving_variance))
        shape = [1] * len(tensor.shape)
        shape[norm.axis if isinstance(norm.axis, int) else norm.axis[0]] = -1
        centred = self._value(tensor) - mean.reshape(shape)
        found: Array = centred / np.sqrt(np.maximum(variance, 1e-30)).reshape(shape)
        return found

    # Which inputs matter

    def _carrying(self, node: Any) -> tuple[int, ...]:
        """The steps it reads; of several only those that the answers depend on."""
        read = list({id(tensor): tensor for tensor in node.input_tensors}.values())
        kept = read if len(read) < 2 else [tensor for tensor in read if self._carries(node, tensor)]
        return tuple(dict.fromkeys(self.position[id(tensor)] for tensor in kept))

    def _carries(self, node: Any, tensor: Any) -> bool:
        """Whether the answers change when this operation gets the tensor's mean in place of its values.

        At prediction, or in training: what gives back there what dropout takes away is part of the way.
        """
        return self._changes(node, tensor, self.values) or (
            any(_is_random(one.operation) for one in self.nodes)
            and self._changes(node, tensor, self.noisy, noisy=True)
        )

    @cached_property
    def noisy(self) -> Values:
        """The values with everything random at work, and all else as at prediction."""
        values: Values = {id(tensor): self.values[id(tensor)] for tensor in self.flat.inputs}
        self._run(self.nodes, values, noisy=True)
        return values

    def _changes(self, node: Any, tensor: Any, ordinary: Values, noisy: bool = False) -> bool:
        values = dict(ordinary)
        value = values[id(tensor)]
        still = keras.ops.broadcast_to(keras.ops.mean(value, axis=0, keepdims=True), value.shape)
        self._put(node, self._given(node, {**values, id(tensor): still}, noisy), values)
        begin = self.nodes.index(node) + 1
        self._run(self._fed_by(node, begin), values, noisy)
        before, after = self._answers(ordinary), self._answers(values)
        spread = max(float(before.std(axis=0).max()), 1e-12)
        return bool(np.abs(before - after).max() > CARRIES * spread)

    def _fed_by(self, node: Any, begin: int) -> list[Any]:
        """The later operations that depend on what this one gives."""
        reached = {id(tensor) for tensor in node.output_tensors}
        found = []
        for later in self.nodes[begin:]:
            if any(id(tensor) in reached for tensor in later.input_tensors):
                reached.update(id(tensor) for tensor in later.output_tensors)
                found.append(later)
        return found

    # Weights

    @cached_property
    def mixing(self) -> frozenset[int]:
        """The operations with weights that combine several units, by their nodes' ids."""
        return frozenset(id(node) for node in self.nodes if self._mixes(node))

    def _mixes(self, node: Any) -> bool:
        """Whether it has weights that combine several units."""
        operation = node.operation
        kind = type(operation).__name__
        if kind not in _WEIGHTED:
            return False
        if kind in RECURRENT or "Attention" in kind or kind == "Embedding":
            return True
        return any(_combines(kernel) for kernel in self._kernels(node))

    def _kernels(self, node: Any) -> list[Array]:
        operation = _inside(node.operation)
        if type(operation).__name__ in _OPERATIONS:
            args, kwargs = node.arguments.fill_in({id(t): None for t in node.input_tensors})
            constants = [np.asarray(one) for one in tree.flatten((args, kwargs)) if one is not None and np.ndim(one)]
            return [one for one in constants if one.dtype.kind == "f"] or [np.ones((2, 2))]
        inner = operation._flatten_layers() if isinstance(operation, keras.layers.Layer) else []
        kernels = [np.asarray(weight) for layer in inner for weight in layer.weights if len(weight.shape) > 1]
        if type(operation).__name__.startswith("DepthwiseConv"):  # each unit reads one map
            return [kernel.reshape(*kernel.shape[:-2], -1) for kernel in kernels]
        return kernels

    def _released(self, node: Any) -> str:
        """The released layer all of whose weights an operation holds, as they were released."""
        if not self.released:
            return ""
        args, kwargs = node.arguments.fill_in({id(tensor): None for tensor in node.input_tensors})
        constants = [one for one in tree.flatten((args, kwargs)) if np.ndim(one)]
        held = [np.asarray(one) for one in (*getattr(node.operation, "weights", ()), *constants)]
        for name, weights in self.released.items():
            if all(any(np.array_equal(weight, one) for one in held) for weight in weights):
                return name
        return ""

    # Bends

    def _straight(self, node: Any, mixes: bool) -> float:
        operation = node.operation
        kind = type(operation).__name__
        if kind in RECURRENT or "Attention" in kind:
            return 0.0
        if kind in _ADDS_UP:
            return 1.0
        if kind in _WEIGHTED:
            before = self._before_activation(node)
            return 1.0 if before is None else _explained([before], self._value(node.output_tensors[0]))
        read = [self._value(tensor) for tensor in node.input_tensors]
        return _explained(read, self._value(node.output_tensors[0])) if read else 1.0

    def _fed_straight(self, node: Any) -> float:
        """How straight the way is on which it reads what the latest weights before it gave."""
        tensor = node.input_tensors[0]
        givers = self._latest_weights(tensor)
        if len(givers) != 1:
            return 0.0
        (giver,) = givers
        if type(giver.operation).__name__ in RECURRENT or "Attention" in type(giver.operation).__name__:
            return 0.0
        before = self._before_activation(giver)
        given, read = self._value(giver.output_tensors[0]) if before is None else before, self._value(tensor)
        return _explained([given.reshape(read.shape)], read) if given.size == read.size else 0.0

    def _latest_weights(self, tensor: Any) -> list[Any]:
        """The operations that mix, and that a tensor is made of without others that mix in between."""
        offset = len(self.flat.inputs)
        found, todo, seen = [], [tensor], set[int]()
        while todo:
            position = self.position[id(todo.pop())]
            if position < offset or position in seen:
                continue
            seen.add(position)
            node = self.nodes[position - offset]
            if id(node) in self.mixing:
                found.append(node)
            else:
                todo += node.input_tensors
        return found

    def _before_activation(self, node: Any) -> Array | None:
        """What the activation inside a layer with weights gets; None if there is none."""
        operation = node.operation
        inner = _inside(operation)
        function = getattr(inner, "activation", None)
        if function is None or function is keras.activations.linear:
            return None
        with _without(inner):
            given = self._call(node, self.values, training=False)
        return np.asarray(tree.flatten(given)[0], dtype="float64")

    # Columns

    def _columns(self, value: Array) -> dict[str, Any]:
        """Largest mean, smallest and largest spread, over columns that vary and are not made of zeros and ones."""
        small = value.ndim < 3 or value[0].size <= _MOST_COLUMNS
        table = value.reshape(len(value), -1) if small else value.reshape(-1, value.shape[-1])
        if not np.isfinite(table).all():
            return {"mean": float("inf"), "narrowest": 0.0, "widest": float("inf")}
        counted = table[:, ~np.isin(table, (0.0, 1.0)).all(axis=0) & (table.max(axis=0) > table.min(axis=0))]
        if not counted.size:
            return {}
        spread = counted.std(axis=0)
        return {
            "mean": float(np.abs(counted.mean(axis=0)).max()),
            "narrowest": float(spread.min()),
            "widest": float(spread.max()),
        }

    # Training mode

    def _drops(self, node: Any) -> float:
        """The share of units that an operation takes away in a training step, given what it gets at prediction."""
        operation = node.operation
        if not getattr(operation, "_call_has_training_arg", False) or not _is_random(operation):
            return 0.0
        if type(operation).__name__ == "GaussianDropout":
            return float(operation.rate)
        before = self._value(node.input_tensors[0])
        shares = [_taken_away(before, self._in_training(node, self.values)) for _ in range(_PASSES)]
        return float(np.mean(shares))

    def _in_training(self, node: Any, values: Values) -> Array:
        return np.asarray(tree.flatten(self._call(node, values, training=True))[0], dtype="float64")

    def _with_noise(self, steps: list[Step]) -> list[Step]:
        """The steps, with the shift of each batch norm: noise since the last weights that mix, and no other."""
        offset = len(self.flat.inputs)
        norms = [n for n, node in enumerate(self.nodes) if type(node.operation).__name__ == "BatchNormalization"]
        if not norms or not any(_is_random(node.operation) for node in self.nodes):
            return steps
        noisy = [self._noisy_values(steps) for _ in range(_PASSES)]
        for number in norms:
            tensor = self.nodes[number].input_tensors[0]
            quiet = _variance(self._value(tensor))
            loud = np.mean([_variance(self._value(tensor, values)) for values in noisy], axis=0)
            live = quiet > 1e-12
            shift = float(np.median(loud[live] / quiet[live])) if live.any() else 1.0
            steps[number + offset] = Step(**{**vars(steps[number + offset]), "shift": shift})
        return steps

    def _noisy_values(self, steps: list[Step]) -> Values:
        """Values in which whatever stands behind the latest mixing weights acts as in training."""
        values = dict(self.values)
        for number, node in enumerate(self.nodes, len(self.flat.inputs)):
            if steps[number].mixes or type(node.operation).__name__ == "BatchNormalization":
                continue  # what they give at prediction stands there already
            self._put(node, self._call(node, values, training=_is_random(node.operation)), values)
        return values

    # The head

    def _head(self, steps: tuple[Step, ...], outputs: tuple[int, ...]) -> Head:
        found = Behaviour((), steps, outputs, Head((), 0, 0))
        last = [p for p in found.needed if steps[p].mixes and steps[p].learned and not found.before_the_last[p]]
        offset = len(self.flat.inputs)
        ordinary = self._answers()
        size = max(float(np.abs(ordinary).max()), 1e-9)
        shape = tuple(length for length in self._value(self.flat.outputs[0]).shape[1:] if length != 1)
        shape = shape if len(self.flat.outputs) == 1 else (len(self.flat.outputs), *shape)
        nodes = [self.nodes[position - offset] for position in sorted(last) if position >= offset]
        names = " and ".join(str(steps[position]) for position in sorted(last)) or "no layer"
        if not nodes or any(type(node.operation).__name__ in RECURRENT for node in nodes):
            return Head(shape, float(ordinary.min() / size), float(ordinary.max() / size), last=names, size=size)
        scaled = [self._answers_scaled(nodes, by) for by in _SCALES]
        everything = np.concatenate(scaled)
        everything = np.nan_to_num(everything, nan=0.0, posinf=1e30, neginf=-1e30)
        low, high = float(everything.min() / size), float(everything.max() / size)
        shares, far = _as_shares(ordinary), _as_shares(scaled[1])
        if shares is None:
            return Head(shape, low, high, last=names, size=size)
        surest = float(np.median((shares if far is None else far).max(axis=1)))
        return Head(shape, low, high, True, surest, names, size)

    def _answers_scaled(self, nodes: list[Any], by: float) -> Array:
        """The answers if what these operations give, before their activations, were so many times as large."""
        values = dict(self.values)
        fixed = {id(node) for node in nodes}
        for node in nodes:
            inner = _inside(node.operation)
            function = getattr(inner, "activation", None)
            before = self._before_activation(node)
            given = self._value(node.output_tensors[0]) if before is None else before
            scaled = keras.ops.convert_to_tensor((by * given).astype("float32"))
            self._put(node, scaled if before is None or function is None else function(scaled), values)
        later = [node for node in self.nodes if id(node) not in fixed]
        reached = {id(tensor) for node in nodes for tensor in node.output_tensors}
        for node in later:
            if any(id(tensor) in reached for tensor in node.input_tensors):
                reached.update(id(tensor) for tensor in node.output_tensors)
                self._put(node, self._call(node, values, training=False), values)
        return self._answers(values)


@contextlib.contextmanager
def _without(layer: Any) -> Any:
    """The layer without its activation."""
    function, layer.activation = layer.activation, keras.activations.linear
    try:
        yield
    finally:
        layer.activation = function


def _inside(operation: Any) -> Any:
    """The layer that a wrapper wraps."""
    return operation.layer if type(operation).__name__ in {"TimeDistributed", "SpectralNormalization"} else operation


def _is_learned(operation: Any) -> bool:
    """Whether training changes its weights; those of an opened layer are constants by now."""
    if type(operation).__name__ in _OPERATIONS:
        return str(operation.name).endswith(OF_WEIGHTS)
    return bool(operation.trainable_weights)


def _holds_factors(operation: Any) -> bool:
    """Whether what mixes nothing was learned; what a norm has learned is left out where it is measured."""
    if str(operation.name).endswith(OF_WEIGHTS):
        return True
    return bool(getattr(operation, "trainable_weights", ())) and "Normalization" not in type(operation).__name__


def _combines(kernel: Array) -> bool:
    """Whether some unit is made of more than one number: a kernel's last axis are the units."""
    units = np.abs(kernel.reshape(-1, kernel.shape[-1]))
    largest = units.max(axis=0)
    return bool(((units > _SAME * np.maximum(largest, 1e-30)).sum(axis=0) > 1).any())


def _explained(read: list[Array], given: Array) -> float:
    """How much of ``given`` is a straight-line function of what was ``read``: of the unit for which it is least."""
    after = given.reshape(len(given), -1)
    moving = after.std(axis=0) > 1e-9
    if not moving.any():
        return 1.0
    if all(one.shape == given.shape for one in read):
        columns = [one.reshape(len(one), -1)[:, moving] for one in read]
        return _explained_each(columns, after[:, moving])
    joined = np.column_stack([one.reshape(len(one), -1) for one in read if len(one) == len(given)])
    if joined.shape[1] > len(after) // 2:
        return 0.0
    return _least(after[:, moving], _fitted(joined, after[:, moving]))


def _explained_each(columns: list[Array], after: Array) -> float:
    """Unit by unit: each is explained by the numbers of the same place."""
    centred = [one - one.mean(axis=0) for one in columns]
    target = after - after.mean(axis=0)
    if len(centred) == 1:
        (before,) = centred
        with np.errstate(all="ignore"):
            share = (before * target).sum(0) ** 2 / ((before**2).sum(0) * (target**2).sum(0))
        return float(np.nan_to_num(share, nan=1.0).min())
    shares = []
    for unit in range(min(target.shape[1], 256)):
        design = np.column_stack([one[:, unit] for one in centred])
        shares.append(_least(target[:, [unit]], _fitted(design, target[:, [unit]])))
    return min(shares, default=1.0)


def _fitted(design: Array, after: Array) -> Array:
    constant = np.column_stack([design, np.ones(len(design))])
    fitted: Array = constant @ np.linalg.lstsq(constant, after, rcond=None)[0]
    return fitted


def _least(after: Array, fitted: Array) -> float:
    total = ((after - after.mean(axis=0)) ** 2).sum(axis=0)
    return float((1 - ((after - fitted) ** 2).sum(axis=0) / np.maximum(total, 1e-30)).min())


def _differs(before: Array, change: Array, chance: Array) -> bool:
    """Whether answers change by more than a small share of their spread, and what they change by chance."""
    spread = max(float(before.std(axis=0).max()), 1e-12)
    return bool(np.abs(change).mean() > CARRIES * spread + 1.5 * np.abs(chance).mean())


def _is_random(operation: Any) -> bool:
    """Whether it draws random numbers in training."""
    return hasattr(operation, "seed_generator")


def _taken_away(before: Array, after: Array) -> float:
    """The share of units that were not nothing and now are, or all stand at one value.

    Where all units of a row share one fate, rows are taken away, not units.
    """
    live = np.abs(before) > 1e-9
    if not live.any():
        return 0.0
    numbers, counts = np.unique(np.round(after[live], 5), return_counts=True)
    gone = live & (np.abs(after) < 1e-9)
    if counts.max() > 0.02 * live.sum():  # alpha dropout puts units at its own floor
        gone = live & (np.round(after, 5) == numbers[counts.argmax()])
    share = float(gone.sum() / live.sum())
    if before.ndim == 2 and before.shape[1] > 3:
        rows = live.sum(axis=1) > 3
        of_each = gone[rows].sum(axis=1) / live[rows].sum(axis=1)
        if rows.any() and of_each.var() > 0.6 * share * (1 - share):
            return 0.0
    return share


def _moving(value: Array) -> int:
    """How many numbers of a row are not the same in all rows."""
    table = value.reshape(len(value), -1)
    return int((np.ptp(table, axis=0) > _ROUNDING * np.abs(table).max(initial=0)).sum())


def _variance(value: Array) -> Array:
    variance: Array = value.reshape(-1, value.shape[-1]).var(axis=0)
    return variance


def _as_shares(answers: Array) -> Array | None:
    """The answers as shares of one, if they are such or the logarithms of such; else None."""
    if answers.shape[1] < 2 or not np.isfinite(answers).all():
        return None
    for shares in (answers, np.exp(np.minimum(answers, 50))):
        if (shares >= -1e-6).all() and np.allclose(shares.sum(axis=1), 1, atol=1e-3):
            return shares
    return None
