"""Trained networks that get other numbers than they know, as the text of a program shows them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.source.lookup import Text, called, keyword

_Found = Iterator[tuple[str, str, ast.expr]]
_SIGNED, _RAW, _CAFFE, _TORCH = "-1 to 1", "0 to 255", "its own preprocess_input", "numbers around 0"
_NETWORKS = (
    ("MobileNetV3", "mobilenet_v3", _RAW), ("MobileNetV2", "mobilenet_v2", _SIGNED),
    ("MobileNet", "mobilenet", _SIGNED),
    ("VGG16", "vgg16", _CAFFE), ("VGG19", "vgg19", _CAFFE), ("InceptionV3", "inception_v3", _SIGNED),
    ("InceptionResNetV2", "inception_resnet_v2", _SIGNED), ("Xception", "xception", _SIGNED),
    ("NASNet", "nasnet", _SIGNED), ("DenseNet", "densenet", _TORCH), ("EfficientNetV2", "efficientnet_v2", _RAW),
    ("EfficientNet", "efficientnet", _RAW), ("ConvNeXt", "convnext", _RAW),
)  # fmt: skip
_BEGIN = {"R", *(start[:1] for start, _, _ in _NETWORKS)}
_DECODES = frozenset({"decode_jpeg", "decode_png", "decode_image", "decode_bmp"})
_SCALES = (
    "preprocess_input", "Rescaling", "255", "127", "convert_image_dtype", "standardization", "Normalization",
    "rescale", "normalize", "StandardScaler", "imagenet_utils", ".mean(", "reduce_mean", "tf.cast(1",
)  # fmt: skip
_GIVES_BACK = ("* 255", "*255", "255 *", "255.0 *", "preprocess_input", "include_preprocessing", "Rescaling")


def looks(text: Text) -> _Found:
    """All that stands in a program with one trained network."""
    made = [call for call in text.all(ast.Call) if called(call)[:1] in _BEGIN]
    calls = [call for call in made if _wants(called(call)) and _is_trained(call)]
    if len({called(call) for call in calls}) != 1 or not any(text.calls({"fit", "predict"})):
        return
    network, (module, wanted) = called(calls[0]), _wants(called(calls[0])) or ("", "")
    yield from _of_another(text, network, module, wanted)
    if wanted == _RAW:
        yield from _made_small(text, network)
    elif not any(word in text.whole for word in _SCALES):
        used = [call for call in text.all(ast.Call) if text.resolved(call.func) in calls]
        if any(_mapped(text, _DECODES)):
            yield "numbers", f"{network} wants {wanted}, but is given 0 to 255.", (*used, *calls)[0]


def _wants(name: str) -> tuple[str, str] | None:
    """The module of a network, and what it wants; None for anything else."""
    if name.startswith("ResNet") and name[6:8].isdigit():
        return ("resnet_v2", _SIGNED) if name.endswith("V2") else ("resnet", _CAFFE)
    return next(((module, wanted) for start, module, wanted in _NETWORKS if name.startswith(start)), None)


def _is_trained(call: ast.Call) -> bool:
    """Whether a network has the weights that it was trained to."""
    weights = keyword(call, "weights")
    hidden = any(given.arg is None for given in call.keywords) or keyword(call, "include_preprocessing") is not None
    return not hidden and (weights is None or getattr(weights, "value", None) == "imagenet")


def _of_another(text: Text, network: str, module: str, wanted: str) -> _Found:
    """``preprocess_input`` that was imported from the module of another network."""
    named = [(node.module or "", alias) for node in text.all(ast.ImportFrom) for alias in node.names
             if alias.name == "preprocess_input"]  # fmt: skip
    if len(named) != 1 or text.whole.count("preprocess_input") != 1 + text.whole.count("preprocess_input("):
        return
    last = named[0][0].rpartition(".")[2]
    prepared = "resnet" if last == "resnet50" else last
    makes = next((makes for start, found, makes in _NETWORKS if found == prepared), None)
    makes = makes or {"resnet": _CAFFE, "resnet_v2": _SIGNED}.get(prepared)
    if makes is not None and makes != wanted and prepared != module:
        for call in text.calls({named[0][1].asname or "preprocess_input"}):
            yield "numbers", f"This is preprocess_input of {prepared}, but the network is {network}.", call


def _made_small(text: Text, network: str) -> _Found:
    """``convert_image_dtype(image, tf.float32)`` before a network that wants pixels."""
    if not any(word in text.whole for word in _GIVES_BACK):
        for call in _mapped(text, frozenset({"convert_image_dtype"})):
            if "float" in ast.unparse(keyword(call, "dtype") or (*call.args, call, call)[1]):
                yield "numbers", f"{network} wants {_RAW}, but is given 0 to 1.", call


def _mapped(text: Text, wanted: frozenset[str]) -> Iterator[ast.Call]:
    """The calls of these functions in what is mapped over a data set."""
    given = [
        getattr(call.args[0], "id", getattr(call.args[0], "attr", "")) for call in text.calls({"map"}) if call.args
    ]
    return (call for call in text.calls(wanted) if text.name_of(text.function_of(call)) in given)
