"""Trained networks that get other numbers than they know, as the text of a program shows them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.pretrained import INITIALS, RAW, WANTED, module_of
from autograder.anatomy.source.lookup import Found, Text, called, keyword

_DECODES = frozenset({"decode_jpeg", "decode_png", "decode_image", "decode_bmp"})
_SCALES = (
    "preprocess_input", "Rescaling", "255", "127", "convert_image_dtype", "standardization", "Normalization",
    "rescale", "normalize", "StandardScaler", "imagenet_utils", ".mean(", "reduce_mean", "tf.cast(1",
)  # fmt: skip
_GIVES_BACK = ("* 255", "*255", "255 *", "255.0 *", "preprocess_input", "include_preprocessing", "Rescaling")


def looks(text: Text) -> Found:
    """All that stands in a program with one trained network."""
    made = [call for call in text.all(ast.Call) if called(call)[:1] in INITIALS]
    calls = [call for call in made if _module(called(call)) and _is_trained(call)]
    if len({called(call) for call in calls}) != 1 or not any(text.calls({"fit", "predict"})):
        return
    network, module = called(calls[0]), _module(called(calls[0]))
    wanted = WANTED[module]
    yield from _of_another(text, network, module, wanted)
    if wanted == RAW:
        yield from _made_small(text, network)
    elif not any(word in text.whole for word in _SCALES):
        used = [call for call in text.all(ast.Call) if text.resolved(call.func) in calls]
        if any(_mapped(text, _DECODES)):
            yield "numbers", f"{network} wants {wanted}, but is given 0 to 255.", (*used, *calls)[0]


def _module(name: str) -> str:
    """The module of a network; empty for anything else, of which a class of the author's may have the name."""
    return "" if name.startswith("ResNet") and not name[6:8].isdigit() else module_of(name)


def _is_trained(call: ast.Call) -> bool:
    """Whether a network has the weights that it was trained to."""
    weights = keyword(call, "weights")
    hidden = any(given.arg is None for given in call.keywords) or keyword(call, "include_preprocessing") is not None
    return not hidden and (weights is None or getattr(weights, "value", None) == "imagenet")


def _of_another(text: Text, network: str, module: str, wanted: str) -> Found:
    """``preprocess_input`` that was imported from the module of another network."""
    named = [(node.module or "", alias) for node in text.all(ast.ImportFrom) for alias in node.names
             if alias.name == "preprocess_input"]  # fmt: skip
    if len(named) != 1 or text.whole.count("preprocess_input") != 1 + text.whole.count("preprocess_input("):
        return
    last = named[0][0].rpartition(".")[2]
    prepared = "resnet" if last == "resnet50" else last
    makes = WANTED.get(prepared)
    if makes is not None and makes != wanted and prepared != module:
        for call in text.calls({named[0][1].asname or "preprocess_input"}):
            yield "numbers", f"This is preprocess_input of {prepared}, but the network is {network}.", call


def _made_small(text: Text, network: str) -> Found:
    """``convert_image_dtype(image, tf.float32)`` before a network that wants pixels."""
    if not any(word in text.whole for word in _GIVES_BACK):
        for call in _mapped(text, frozenset({"convert_image_dtype"})):
            if "float" in ast.unparse(keyword(call, "dtype") or (*call.args, call, call)[1]):
                yield "numbers", f"{network} wants {RAW}, but is given 0 to 1.", call


def _mapped(text: Text, wanted: frozenset[str]) -> Iterator[ast.Call]:
    """The calls of these functions in what is mapped over a data set."""
    given = [
        getattr(call.args[0], "id", getattr(call.args[0], "attr", "")) for call in text.calls({"map"}) if call.args
    ]
    return (call for call in text.calls(wanted) if text.name_of(text.function_of(call)) in given)
