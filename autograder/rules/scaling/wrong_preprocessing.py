"""# A trained network gets other numbers than it knows

**What it sees.** A network of `keras.applications` with its ImageNet weights is given images that were prepared by
the `preprocess_input` of another kind of network, or twice, or divided by 255 besides, before or after it, in the
data or in the model; or pixels that are known to lie in another range than it knows. Single images that a loaded
network is asked about count as well.

**Why it hurts.** MobileNet, Inception and Xception learned from numbers between `-1` and 1; ResNet and VGG from blue,
green and red around their mean, up to 151; EfficientNet from 0 to 255. With other numbers the trained filters answer
to something that they never saw.

**Example.**

```python
import keras
from keras.applications.vgg16 import preprocess_input

base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(224, 224, 3))
base.trainable = False
image = keras.Input((224, 224, 3))
scaled = preprocess_input(image)  # ← here
model = keras.Model(image, keras.layers.Dense(5, activation="softmax")(base(scaled, training=False)))
model.compile(loss="categorical_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras
from keras.applications.mobilenet_v2 import preprocess_input

base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(224, 224, 3))
base.trainable = False
image = keras.Input((224, 224, 3))
scaled = preprocess_input(image)
model = keras.Model(image, keras.layers.Dense(5, activation="softmax")(base(scaled, training=False)))
model.compile(loss="categorical_crossentropy", optimizer="adam")
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from autograder.anatomy.kinds import UNKNOWN
from autograder.anatomy.pretrained import CAFFE, INITIALS, RAW, WANTED, module_of
from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text, called, keyword
from autograder.anatomy.training import Compile, Data, Made, Step
from autograder.anatomy.unknown import AsksUnknown, Place
from autograder.rules import asking, feeding, fitting
from autograder.rules.looks.read_images import images_read, scaled_elsewhere
from autograder.rules.rule import Fault, Faults, Found, Level, Rule, in_text

_FUNCTION = "preprocess_input"
_AGAIN = "preprocess_input makes the numbers that the network wants, and this divides them once more."
_HALF = 127  # of the numbers of a pixel
_DECODES = frozenset({"decode_jpeg", "decode_png", "decode_image", "decode_bmp"})
_SCALES = (
    "preprocess_input", "Rescaling", "255", "127", "convert_image_dtype", "standardization", "Normalization",
    "rescale", "normalize", "StandardScaler", "imagenet_utils", ".mean(", "reduce_mean", "tf.cast(1",
)  # fmt: skip
_GIVES_BACK = ("* 255", "*255", "255 *", "255.0 *", "preprocess_input", "include_preprocessing", "Rescaling")
_OTHERWISE = ("standardization", "layers.Normalization", "imagenet_utils", "convert_image_dtype")


@dataclass
class _Way:
    """What happens to an image on the way to the network: a module's function, and numbers that it is scaled by.

    ``scales`` come before the function, ``after`` is where one comes behind it that makes its numbers small.
    """

    prepared: str = ""
    scales: list[tuple[float, float]] = field(default_factory=list)
    place: Place | None = None
    after: Place | None = None


def _look(model: ModelSource) -> Faults:
    for position, call in enumerate(model.layers):
        unread = model.anatomy.operations[position].kind == UNKNOWN
        module = module_of(call.name) if call and unread else ""
        if not call or not module or call.arguments.get("weights", "imagenet") != "imagenet":
            continue
        if {"include_preprocessing", "input_tensor"} & set(call.arguments):
            continue
        way = _Way() if model.form == "application" else _way(model, position)
        if way is None:
            continue
        if way.prepared and not way.after:
            yield from _other(way.prepared, module, call.name, way.place)
        if way.prepared:
            yield from _prepared_again(model, way, module)
        else:
            yield from _fed(model, way, module, call.name)
            yield from _asked(model, way, module, call.name) if not model.training.fits else ()


def _told(program: Program) -> Faults:
    """What the text alone tells, where the way of the images cannot be followed."""
    if not any(True for model in program.models for _ in _seen(model)):
        yield from in_text(program, _in_text)


def _seen(model: ModelSource) -> Faults:
    with suppress(AsksUnknown):
        yield from _look(model)


def _way(model: ModelSource, position: int) -> _Way | None:
    """The way from the input; None if it cannot be read."""
    way = _Way()
    while (previous := asking.before(model, position)) is not None:
        operation, position = model.anatomy.operations[previous], previous
        name = _function(model, previous)
        if operation.kind == UNKNOWN and name.endswith(_FUNCTION):
            if way.prepared or (way.scales and (not _shrinks(way) or WANTED.get(_prepares(name), RAW) == RAW)):
                return None
            way = _Way(_prepares(name), place=model.locations[previous], after=way.place if way.scales else None)
        elif operation.kind == "rescaling":
            scale = fitting.scale_of(operation)
            if scale is None:
                return None
            way.scales.insert(0, scale)
            way.place = way.place if way.prepared else model.locations[previous]
        elif operation.kind not in fitting.PASSES and name != "tensorflow.cast":
            return None
    return way if model.anatomy.operations[position].kind == "input" else None


def _function(model: ModelSource, position: int) -> str:
    """The function that an operation calls; empty for a layer."""
    operation, call = model.anatomy.operations[position], model.layers[position]
    function = call.arguments.get("function") if call is not None and call.name == "Lambda" else None
    return function.spelt if isinstance(function, Made) else str(operation.settings.get("class", ""))


def _prepares(dotted: str) -> str:
    """The module of a ``preprocess_input``; empty if it is not known."""
    module = dotted.split(".")[-2] if "." in dotted else ""
    return module if module in WANTED else "?"


def _other(prepared: str, module: str, network: str, place: Place | None) -> Faults:
    if prepared in WANTED and WANTED[prepared] != WANTED[module]:
        yield Fault(f"This is preprocess_input of {prepared}, but the network is {network}.", place)


def _prepared_again(model: ModelSource, way: _Way, module: str) -> Faults:
    """Images that are small or prepared already when the model prepares them, or that it divides afterwards."""
    if way.after:
        yield from [Fault(_AGAIN, way.after)] if WANTED[way.prepared] == WANTED[module] else []
        return
    said = f"The model gives this to preprocess_input of {way.prepared}, which wants 0 to 255"
    for fit in model.training.fits if WANTED.get(way.prepared, RAW) != RAW else ():
        checked = fit.validation_data[0] if isinstance(fit.validation_data, tuple) else fit.validation_data
        for data in (fit.x, checked):
            twice, at = _prepared(data) if isinstance(data, Data) else ("", None)
            ends = _scaled(fitting.reach(data), way) if isinstance(data, Data) and fitting.is_image(data) else None
            if WANTED.get(twice, RAW) != RAW and not way.scales:
                yield Fault(f"{said}, and it went through that of {twice} before.", at or way.place)
                return
            if ends and fitting.largest(ends) <= 1:
                yield Fault(f"{said}, and it is {ends[0]:.3g} to {ends[1]:.3g}.", _divided_at(data) or way.place)
                return


def _scaled(ends: tuple[float, float] | None, way: _Way) -> tuple[float, float] | None:
    """Where numbers lie after those that a model scales them by."""
    for scale, offset in way.scales:
        ends = (ends[0] * scale + offset, ends[1] * scale + offset) if ends else None
    return ends


def _divided_at(data: Any) -> Place | None:
    steps = data.steps if isinstance(data, Data) else ()
    return next((step.place for step in steps if step.name in {"divide", "multiply"}), None)


def _fed(model: ModelSource, way: _Way, module: str, network: str) -> Faults:
    for fit in model.training.fits:
        if not isinstance(fit.x, Data):
            continue
        compiled = model.training.compiled_for(fit)
        fallback = compiled.place if isinstance(compiled, Compile) else fit.place
        prepared, at = _prepared(fit.x)
        squeezed = next((step for step in fit.x.steps if _squeezes(step)), None) if prepared else None
        if squeezed:
            yield Fault(_AGAIN, squeezed.place or fit.x.place or fallback)
        elif prepared and WANTED.get(prepared, RAW) == WANTED[module] != RAW and _shrinks(way):
            yield Fault(_AGAIN, way.place)
        elif prepared:
            yield from _other(prepared, module, network, at or fit.x.place or fallback) if not way.scales else ()
        ends = _scaled(fitting.reach(fit.x), way) if not prepared else None
        if ends and fitting.is_image(fit.x) and _foreign(ends, WANTED[module]):
            said = f"{network} wants {WANTED[module]}, but is given {ends[0]:.3g} to {ends[1]:.3g}."
            yield Fault(said, way.place or _divided_at(fit.x) or fallback)


def _asked(model: ModelSource, way: _Way, module: str, network: str) -> Faults:
    """Questions to a network that the program does not train."""
    for event in model.training.uses(*feeding.ANSWERS):
        data = event.arguments.get("x")
        if not isinstance(data, Data):
            continue
        prepared, at = _prepared(data)
        yield from _other(prepared, module, network, at or event.place) if not way.scales else ()
        ends = None if prepared or way.scales else fitting.reach(data)
        classes = WANTED[module] == CAFFE and _names_classes(model)
        wrong = ends and (_foreign(ends, WANTED[module]) or (classes and fitting.largest(ends) > 200))
        if ends and wrong and fitting.is_image(data):
            said = f"{network} wants {WANTED[module]}, but is given {ends[0]:.3g} to {ends[1]:.3g}."
            yield Fault(said, event.place)


def _names_classes(model: ModelSource) -> bool:
    """Whether a network is asked for the classes that it was trained on."""
    call = model.layers[0]
    return model.form == "application" and call is not None and call.arguments.get("include_top", True) is True


def _shrinks(way: _Way) -> bool:
    """Whether a model divides its images by 127 or more, once, and adds nothing that would make up for it."""
    return len(way.scales) == 1 and 0 < way.scales[0][0] <= 1 / _HALF


def _squeezes(step: Step) -> bool:
    """Whether a step divides numbers by 127 or more."""
    factor = step.what if type(step.what) in (int, float) else 0
    return (step.name == "divide" and factor >= _HALF) or (step.name == "multiply" and 0 < factor <= 1 / _HALF)


def _prepared(data: Data) -> tuple[str, Place | None]:
    """The module whose ``preprocess_input`` the data went through, and where; empty if none is known."""
    for step in data.steps:
        what: Any = step.what.spelt if isinstance(step.what, Made) else step.what
        if isinstance(what, str) and what.endswith(_FUNCTION):
            return _prepares(what), step.place
    return "", None


def _foreign(ends: tuple[float, float], wanted: str) -> bool:
    """Whether a range is far from the wanted one: pixels for a network of small numbers, or the other way round."""
    return fitting.largest(ends) <= 1 if wanted in {CAFFE, RAW} else fitting.largest(ends) > 100


def _in_text(text: Text) -> Found:
    """The other numbers that a program gives its one trained network."""
    made = [call for call in text.all(ast.Call) if called(call)[:1] in INITIALS]
    calls = [call for call in made if _module(called(call)) and _is_trained(call)]
    if len({called(call) for call in calls}) != 1 or not any(text.calls({"fit", "predict"})):
        return
    network, module = called(calls[0]), _module(called(calls[0]))
    wanted = WANTED[module]
    yield from _of_another(text, network, module, wanted)
    if wanted in {RAW, CAFFE}:
        yield from _read_small(text, network, wanted)
    if wanted == RAW:
        yield from _made_small(text, network)
    elif not any(word in text.whole for word in _SCALES):
        used = [call for call in text.all(ast.Call) if text.resolved(call.func) in calls]
        if any(_mapped(text, _DECODES)):
            yield f"{network} wants {wanted}, but is given 0 to 255.", (*used, *calls)[0]


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
            yield f"This is preprocess_input of {prepared}, but the network is {network}.", call


def _made_small(text: Text, network: str) -> Found:
    """``convert_image_dtype(image, tf.float32)`` before a network that wants pixels."""
    if not any(word in text.whole for word in _GIVES_BACK):
        for call in _mapped(text, frozenset({"convert_image_dtype"})):
            if "float" in ast.unparse(keyword(call, "dtype") or (*call.args, call, call)[1]):
                yield f"{network} wants {RAW}, but is given 0 to 1.", call


def _read_small(text: Text, network: str, wanted: str) -> Found:
    """Images that a function reads from files and divides by 255, before a network that wants none of this."""
    if any(word in text.whole for word in (*_GIVES_BACK, *_OTHERWISE)):
        return
    found = list(images_read(text))
    small = all(fitting.largest(one.line.ends()) <= 1 for one in found)
    places = {id(one.scaled[-1]): one.scaled[-1] for one in found if one.scaled}
    if small and not scaled_elsewhere(text, [node for one in found for node in one.scaled]):
        yield from ((f"{network} wants {wanted}, but is given 0 to 1.", node) for node in places.values())


def _mapped(text: Text, wanted: frozenset[str]) -> Iterator[ast.Call]:
    """The calls of these functions in what is mapped over a data set."""
    given = [getattr(one.args[0], "id", getattr(one.args[0], "attr", "")) for one in text.calls({"map"}) if one.args]
    return (call for call in text.calls(wanted) if text.name_of(text.function_of(call)) in given)


RULE = Rule(
    level=Level.WARNING,
    title="a trained network gets other numbers than it knows",
    instead="Take preprocess_input from the module of the network: keras.applications.mobilenet_v2, for example.",
    model=_look,
    program=_told,
    exact=True,
)
