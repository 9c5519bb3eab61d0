"""Any model as a model of Keras' own operations, which can be saved, looked over and built without foreign code.

A subclassed model, a layer of the author's own, a ``Lambda`` or an own activation is opened: its ``call`` runs on a
symbolic input, and every layer and operation of Keras that it uses becomes a node of an ordinary functional model.
Weights are shared, so both answer alike; weights that an opened layer holds itself become constants. Functions of
TensorFlow are translated on the way where Keras has the same one.
"""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Iterator, Set
from contextlib import ExitStack, contextmanager
from types import FunctionType
from typing import Any

import keras
from keras import ops, tree
from keras.src.backend.common.keras_tensor import any_symbolic_tensors
from tensorflow.python.util import dispatch

from autograder.evidence.own_dropout import dropout_as_a_layer, only_drops_in_training, own_dropout

MOST_LEVELS = 12
_HELPERS = ("_initializer", "_regularizer", "_constraint")
_PRODUCTS = {"Matmul", "Dot"}
_LARGE = 4096
"""From how many numbers on a matrix that multiplies rows is written as the weights of a layer."""
OF_WEIGHTS = "_of_weights"
"""How the name of an operation ends whose constant was a weight that training changed."""


class NotPortableError(Exception):
    """The model cannot be written in Keras' own operations; the message says which part, and what to change."""


def is_portable(model: Any) -> bool:
    """Whether a model consists of Keras' own layers and functions as it is."""
    if type(model) not in {keras.Sequential, keras.Model} and not _is_functional(model):
        return False
    return not _shared(model) and all(not _is_foreign(layer) for layer in model._flatten_layers(include_self=False))


def portable(model: Any) -> Any:
    """The model itself, or one that answers alike and consists of Keras' own operations. It shares the weights.

    Raises:
        NotPortableError: a part of it cannot be opened.
    """
    if is_portable(model):
        return model
    shared = _shared(model)
    with _functions_translated():
        flat = _traced(model, lambda *inputs: _opened(model, *as_the_model_takes(model, inputs)))
        for _ in range(MOST_LEVELS):
            if not any(_to_open(one, shared) for one in flat._operations) and not _holds_tables(flat):
                _require_portable(flat)
                return flat
            previous = flat
            flat = _traced(previous, lambda *inputs, graph=previous: _one_level(graph, inputs, shared))
    raise NotPortableError(f"Its own layers are nested more than {MOST_LEVELS} deep.")


def _holds_tables(graph: Any) -> bool:
    """Whether an operation still holds a weight of an opened layer, or a table that is kept better in a layer."""
    nodes = [node for nodes in graph._nodes_by_depth.values() for node in nodes if not node.is_input]
    return any(isinstance(one, keras.Variable) for node in nodes for one in tree.flatten(_given(node))) or any(
        _table_of(node.operation, *_given(node)) is not None for node in nodes
    )


def _table_of(operation: Any, args: Any, kwargs: Any) -> Any:
    """The large constant matrix with which an operation multiplies rows, as a layer would; None if there is none."""
    if type(operation).__name__ not in _PRODUCTS or len(args) != 2 or kwargs or not any_symbolic_tensors(args[:1]):
        return None
    if any_symbolic_tensors(args[1:]) or len(args[0].shape) < 2:
        return None
    table = ops.convert_to_numpy(args[1])
    return table if table.ndim == 2 and table.size >= _LARGE else None


def _dense(table: Any, operation: Any, is_learned: bool) -> Any:
    """The same product by one of Keras' layers: a file has room for weights, and little for other constants."""
    layer = keras.layers.Dense(table.shape[1], use_bias=False, trainable=is_learned, name=operation.name)
    layer.build((None, table.shape[0]))
    layer.set_weights([table])
    return layer


def _given(node: Any) -> Any:
    return node.arguments.args, node.arguments.kwargs


def _require_portable(model: Any) -> None:
    for layer in model._flatten_layers(include_self=False):
        if _is_foreign(layer):
            instead = "a recurrent layer of Keras" if hasattr(layer, "state_size") else "one of Keras' activations"
            raise NotPortableError(f"The layer {layer.name!r} uses code of your own inside. Take {instead} instead.")


@contextmanager
def savable(model: Any) -> Iterator[Any]:
    """``portable(model)`` for as long as it takes to save it: activations from ``tf.nn`` are written as Keras' own,
    models inside it without how they were compiled, and layers without the helpers of the author's that only a
    training needs (see `own_helpers`).

    Raises:
        NotPortableError: as for :func:`portable`.
    """
    with ExitStack() as undo:
        found = portable(model)
        for layer in found._flatten_layers():
            if layer is not found and getattr(layer, "compiled", False):
                undo.callback(setattr, layer, "compiled", True)
                layer.compiled = False
            for name in own_helpers(layer):
                undo.callback(setattr, layer, name, getattr(layer, name))
                setattr(layer, name, keras.initializers.get("zeros") if name.endswith("_initializer") else None)
            for name in _activations_of(layer):
                given = getattr(layer, name)
                known = _known_activation(given)
                if known is not given:
                    undo.callback(setattr, layer, name, given)
                    setattr(layer, name, keras.activations.linear if known is None else known)
        yield found


def own_helpers(layer: Any) -> list[str]:
    """The attributes of one of Keras' layers that hold an initializer, a regularizer or a constraint of the author's.

    What a trained layer does is the same without them.
    """
    if not _ours(type(layer)):
        return []
    found = ((name, value) for name, value in vars(layer).items() if name.endswith(_HELPERS) and value is not None)
    return [name for name, value in found if not _ours(value if isinstance(value, FunctionType) else type(value))]


def _is_functional(model: Any) -> bool:
    return type(model).__name__ == "Functional" and _ours(type(model))


def _ours(kind: type | FunctionType) -> bool:
    return kind.__module__.partition(".")[0] == "keras"


def _is_foreign(layer: Any) -> bool:
    """Whether a layer cannot be built without code of the author's."""
    return (
        not _ours(type(layer))
        or isinstance(layer, keras.layers.Lambda)
        or any(_known_activation(getattr(layer, name)) is None for name in _activations_of(layer))
    )


def _shared(model: Any) -> frozenset[int]:
    """Layers with weights that several models inside a model hold: Keras saves them once, and cannot load that."""
    inside = [one for one in model._flatten_layers() if isinstance(one, keras.Model)]
    held = Counter(id(layer) for one in inside for layer in one.layers if layer.weights)
    return frozenset(layer for layer, times in held.items() if times > 1)


def _to_open(operation: Any, shared: Set[int]) -> bool:
    if isinstance(operation, keras.Model):
        return not is_portable(operation) or any(id(layer) in shared for layer in operation._flatten_layers())
    return isinstance(operation, keras.layers.Layer) and _is_foreign(operation)


def _activations_of(layer: Any) -> list[str]:
    """The attributes of a layer that hold activation functions."""
    names = ("activation", "recurrent_activation")
    return [name for name in names if callable(vars(layer).get(name))]


def _known_activation(function: Any) -> Any:
    """Keras' own function for an activation, itself if it is one; None for one of the author's own."""
    if isinstance(function, keras.layers.Layer):
        return None if _is_foreign(function) else function
    if isinstance(function, type) or _ours_function(function):
        return function
    name = getattr(function, "__name__", "")
    if (getattr(function, "__module__", "") or "").startswith("tensorflow."):
        return getattr(keras.activations, _RENAMED.get(name, name), None)
    return None


def _ours_function(function: Any) -> bool:
    """Whether a function is one of Keras' activations: an operation of ``keras.ops`` has no name in a saved file."""
    return getattr(keras.activations, getattr(function, "__name__", ""), None) is function


def _traced(model: Any, call: Callable[..., Any]) -> Any:
    """A functional model of what ``call`` does with fresh symbolic inputs of the kind that ``model`` takes."""
    inputs = [keras.Input(shape[1:], dtype=kind) for shape, kind in _inputs_of(model)]
    outputs = call(*inputs)
    structure = inputs[0] if len(inputs) == 1 else inputs
    if not any_symbolic_tensors((outputs,)):
        raise NotPortableError("Its answer does not depend on its input.")
    return keras.Model(structure, _named(outputs))


def _named(outputs: Any) -> Any:
    """Several outputs by the names of their layers: opening such a layer leaves another one at the end."""
    given = tree.flatten(outputs)
    names = [tensor._keras_history.operation.name for tensor in given]
    if isinstance(outputs, dict) or len(given) == 1 or len(set(names)) < len(names):
        return outputs
    return dict(zip(names, given, strict=True))


def output_names(model: Any) -> list[str]:
    """What each output is called: its key, where the model answers with a dictionary, else its layer.

    None are known of a model that was never built.
    """
    graph = getattr(model, "_functional", None) or model
    if not hasattr(graph, "_outputs_struct"):
        return []
    paths = [path for path, _ in tree.flatten_with_path(graph._outputs_struct)]
    return [
        path[-1] if path and isinstance(path[-1], str) else layer
        for path, layer in zip(paths, graph.output_names, strict=True)
    ]


def _inputs_of(model: Any) -> list[tuple[tuple[Any, ...], str]]:
    """Shape and type of each input."""
    known = getattr(model, "inputs", None)
    if known:
        return [(tuple(tensor.shape), tensor.dtype) for tensor in known]
    shape = (model.get_build_config() or {}).get("input_shape") or getattr(model, "_build_shapes_dict", None)
    if isinstance(shape, dict):
        shape = list(shape.values())
    if not shape:
        raise NotPortableError(
            "Nobody knows what it takes: it was never called, or its call needs numbers where there are none yet. "
            "Train it first, or build it with keras.Input and layers."
        )
    shapes = shape if isinstance(shape[0], list | tuple) else [shape]
    return [(tuple(one), "float32") for one in shapes]


def as_the_model_takes(model: Any, inputs: tuple[Any, ...]) -> tuple[Any, ...]:
    """A functional model with named inputs takes them in its own structure."""
    structure = getattr(model, "_inputs_struct", None)
    if structure is None:
        return inputs if len(inputs) == 1 else (list(inputs),)
    return (tree.pack_sequence_as(structure, list(inputs)),)


def _one_level(graph: Any, inputs: tuple[Any, ...], shared: Set[int]) -> Any:
    """Run a functional model once more, with every foreign operation opened, and models that share layers."""
    taken = inputs[0] if len(inputs) == 1 else list(inputs)

    def called(operation: Any, **_: Any) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            learned = any(isinstance(one, keras.Variable) and one.trainable for one in tree.flatten((args, kwargs)))
            args, kwargs = tree.map_structure(_no_variable, (args, kwargs))
            if _to_open(operation, shared):
                return _opened(operation, *args, **kwargs)
            if (table := _table_of(operation, args, kwargs)) is not None:
                return _dense(table, operation, learned)(args[0])
            if learned:
                operation.name += OF_WEIGHTS
            return operation(*args, **kwargs)

        return call

    return graph._run_through_graph(taken, operation_fn=called)


def _no_variable(value: Any) -> Any:
    """A weight that an opened layer multiplies with by hand is a constant of the function that is measured."""
    return ops.convert_to_numpy(value) if isinstance(value, keras.Variable) else value


def _opened(layer: Any, *args: Any, **kwargs: Any) -> Any:
    """What the layer does, in the operations that it uses."""
    if isinstance(layer, keras.layers.Lambda):
        given = {**(layer.arguments or {}), **{key: kwargs[key] for key in kwargs if key not in {"mask", "training"}}}
        return layer.function(*args, **given)
    if isinstance(layer, keras.layers.Layer) and _ours(type(layer)) and not isinstance(layer, keras.Model):
        return _with_activation_outside(layer, *args, **kwargs)
    kwargs.pop("training", None)
    if kwargs.get("mask", 0) is None:
        kwargs.pop("mask")
    asks = inspect.signature(layer.call).parameters.get("training")
    if asks is None:
        return _called(layer, *args, **kwargs)
    if dropout := own_dropout(layer, args, kwargs):
        return dropout(*args)
    if only_drops_in_training(layer, args, kwargs):
        with dropout_as_a_layer():
            return _called(layer, *args, training=True, **kwargs)
    return _called(layer, *args, **({"training": None} if asks.default is asks.empty else {}), **kwargs)


def _called(layer: Any, *args: Any, **kwargs: Any) -> Any:
    try:
        return layer.call(*args, **kwargs)
    except NotPortableError:
        raise
    except Exception as error:  # the author's code, which may raise anything
        raise NotPortableError(f"{type(layer).__name__} {layer.name!r} cannot be opened. {_why(error)}") from error


def _with_activation_outside(layer: Any, *args: Any, **kwargs: Any) -> Any:
    """One of Keras' layers with an activation of the author's own: the layer without it, then the function."""
    function = getattr(layer, "activation", None)
    if not callable(function) or isinstance(layer, keras.layers.RNN):
        raise NotPortableError(
            f"The layer {layer.name!r} uses a function of your own inside. Name one of Keras' activations instead."
        )
    if type(layer) is keras.layers.Activation:
        return function(*args)
    return function(_without_activation(layer)(*args, **kwargs))


def _without_activation(layer: Any) -> Any:
    """A copy of a layer, with its weights, that stops before the activation."""
    function, layer.activation = layer.activation, keras.activations.linear
    try:
        copy = type(layer).from_config(layer.get_config())
    finally:
        layer.activation = function
    copy.build(layer.get_build_config()["input_shape"])
    copy.set_weights(layer.get_weights())
    return copy


def _why(error: Exception) -> str:
    said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
    if "KerasTensor cannot be used as input to a TensorFlow function" in str(error):
        return (
            "It hands what it is given to a function of TensorFlow's. Use the one of keras.ops, for example "
            "keras.ops.relu or keras.ops.concatenate, or one of Keras' layers."
        )
    return f"On a symbolic input, keras.Input, it raised {type(error).__name__}: {said}"


_RENAMED = {
    "softmax_v2": "softmax", "leaky_relu": "leaky_relu", "swish": "silu", "silu": "silu", "selu": "selu",
}  # fmt: skip

_SAME_NAME = frozenset({
    "relu", "relu6", "sigmoid", "tanh", "elu", "selu", "silu", "softplus", "square", "sqrt", "rsqrt", "exp", "expm1",
    "log", "log1p", "abs", "sin", "cos", "tan", "sign", "floor", "ceil", "round", "negative", "add", "subtract",
    "multiply", "divide", "maximum", "minimum", "matmul", "reshape", "cast", "stack", "squeeze", "expand_dims",
    "softmax", "leaky_relu", "where", "zeros_like", "ones_like", "tile", "transpose", "sum", "mean", "logical_and",
    "logical_or", "greater", "less", "greater_equal", "less_equal", "equal", "not_equal", "power", "clip", "split",
    "concatenate", "max", "min", "std", "var", "prod", "gelu", "true_divide", "pad", "norm", "argmax",
})  # fmt: skip
_OTHER_NAMES = {
    "concat": "concatenate", "reduce_mean": "mean", "reduce_sum": "sum", "reduce_max": "max", "reduce_min": "min",
    "reduce_std": "std", "reduce_variance": "var", "pow": "power", "clip_by_value": "clip", "div": "divide",
    "truediv": "true_divide", "swish": "silu", "neg": "negative", "ceiling": "ceil", "reduce_prod": "prod",
}  # fmt: skip
_ARGUMENTS = {
    "keepdims": "keepdims", "axis": "axis", "shape": "newshape", "perm": "axes", "features": "x", "logits": "x",
    "clip_value_min": "x_min", "clip_value_max": "x_max", "alpha": "negative_slope", "multiples": "repeats",
}  # fmt: skip
_INCIDENTAL = frozenset({"name"})
_OPERATORS = {
    "__add__": ops.add, "__sub__": ops.subtract, "__mul__": ops.multiply, "__truediv__": ops.true_divide,
    "__matmul__": ops.matmul, "__pow__": ops.power,
}  # fmt: skip


class _InKeras(dispatch.GlobalOpDispatcher):
    """Answers calls of TensorFlow's functions on symbolic tensors with Keras' operation of the same meaning."""

    def handle(self, op: Any, args: Any, kwargs: Any) -> Any:
        name = op.__name__.removesuffix("_v2")
        name = _OTHER_NAMES.get(name, name)
        if name == "dropout" and any_symbolic_tensors(args, kwargs):
            return _dropout(*args, **kwargs)
        if name not in _SAME_NAME or not any_symbolic_tensors(args, kwargs):
            return self.NOT_SUPPORTED
        ours = getattr(ops, name)
        known = inspect.signature(ours).parameters
        given = {}
        for key, value in kwargs.items():
            if key in _INCIDENTAL:
                continue
            given[key if key in known else _ARGUMENTS.get(key, key)] = value
        return ours(*args, **given)


def _dropout(x: Any, rate: float, noise_shape: Any = None, **_: Any) -> Any:
    return keras.random.dropout(x, rate, noise_shape)


@contextmanager
def _functions_translated() -> Iterator[None]:
    handler = _InKeras()
    handler.register()
    with ExitStack() as undo:
        undo.callback(dispatch._GLOBAL_DISPATCHERS.remove, handler)
        for name, operation in _OPERATORS.items():
            plain = getattr(keras.Variable, name)
            undo.callback(setattr, keras.Variable, name, plain)
            setattr(keras.Variable, name, _with_symbolic(plain, operation))
        yield


def _with_symbolic(plain: Callable[..., Any], operation: Callable[..., Any]) -> Callable[..., Any]:
    """A weight's operator that knows symbolic tensors, as theirs know weights."""

    def call(weight: Any, other: Any) -> Any:
        return operation(weight, other) if any_symbolic_tensors((other,)) else plain(weight, other)

    return call
