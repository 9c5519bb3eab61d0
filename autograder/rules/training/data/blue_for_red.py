"""# Blue for red

**What it sees.** A model that learns from pictures that Keras, TensorFlow or Pillow reads, and is asked about one
that OpenCV reads, from a file or a camera; or the other way round. Nothing in the program turns the channels.

**Why it hurts.** OpenCV gives the channels as blue, green, red, all others as red, green, blue. To the model a red
apple is blue. Nothing stops, the test on files is good, and only the answers to new pictures are bad.

**Example.**

```python
import cv2
import keras

train = keras.utils.image_dataset_from_directory("apples", image_size=(64, 64))
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, epochs=10)
picture = cv2.resize(cv2.imread("new.jpg"), (64, 64))
print(model.predict(picture[None]))  # ← here
```

**Instead.**

```python
import cv2
import keras

train = keras.utils.image_dataset_from_directory("apples", image_size=(64, 64))
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, epochs=10)
picture = cv2.cvtColor(cv2.imread("new.jpg"), cv2.COLOR_BGR2RGB)
print(model.predict(cv2.resize(picture, (64, 64))[None]))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called
from autograder.rules.looks.dataflow import traced
from autograder.rules.looks.scopes import owner
from autograder.rules.rule import Found, Level, Rule

_RGB = frozenset({"image_dataset_from_directory", "flow_from_directory", "flow_from_dataframe", "load_img",
                  "decode_jpeg", "decode_png", "decode_image"})  # fmt: skip
_TURNS = ("COLOR_", "::-1", "RGB", "bgr2rgb", "GRAY", "[2, 1, 0]", "fromarray", "'grayscale'", "reverse(", "np.flip(",
          "channels=1", "channels=4", "blobFromImage")  # fmt: skip
_OPENS = ("Image.open", "PIL.Image.open")
_TRAINS = frozenset({"fit", "fit_generator", "train_on_batch"})
_ASKS = frozenset({"predict", "predict_on_batch", "__call__"})


def _look(text: Text) -> Found:
    """``image_dataset_from_directory`` for the training, ``cv2.imread`` for a question, or the other way round."""
    if "cv2" not in text.whole or any(word in text.whole for word in _TURNS) or not any(text.calls(_TRAINS)):
        return
    models = {ast.unparse(fit.func.value) for fit in text.calls({"fit"}) if isinstance(fit.func, ast.Attribute)}
    models |= {ast.unparse(one.targets[0]) for one in text.all(ast.Assign) if called(one.value) == "load_model"}
    asked = [call for call in text.calls(_ASKS) if isinstance(call.func, ast.Attribute)]
    asked = [call for call in asked if ast.unparse(getattr(call.func, "value", call)) in models]
    asked += [call for call in text.all(ast.Call) if isinstance(call.func, ast.Name) and call.func.id in models]
    ways = [(call, list(traced(text, call.args[0], call))) for call in asked if call.args]
    mine = {id(node) for _, way in ways for node in way}
    by_cv2 = [call for call in text.all(ast.Call) if _is_of_cv2(text, call)]
    others = [call for call in text.calls(_RGB) if "cv2" not in ast.unparse(call.func)]
    others += [call for call in text.calls({"open"}) if ast.unparse(call.func) in _OPENS]
    for call, way in ways:
        read = {id(node) for node in way}
        asks_cv2 = any(id(one) in read for one in by_cv2)
        asks_rgb = any(id(one) in read for one in others)
        learns_cv2 = any(_is_elsewhere(text, one, call, mine) for one in by_cv2)
        learns_rgb = any(_is_elsewhere(text, one, call, mine) for one in others)
        if asks_cv2 and learns_rgb and not learns_cv2 and not asks_rgb:
            said = "OpenCV gives blue, green, red, and the pictures of the training have red, green, blue"
            yield f"{said}: the model sees blue for red.", call
        elif asks_rgb and learns_cv2 and not learns_rgb and not asks_cv2:
            said = "OpenCV gives the pictures of the training as blue, green, red, and this one has red, green, blue"
            yield f"{said}: the model sees blue for red.", call


def _is_elsewhere(text: Text, reader: ast.Call, asks: ast.Call, mine: set[int]) -> bool:
    """Whether a picture is read for something else than a question, also by a function that questions use."""
    function = owner(text, reader)
    if id(reader) not in mine:
        return True
    if function is None or function is owner(text, asks):
        return False
    return any(node.id == function.name and id(node) not in mine for node in text.all(ast.Name))


def _is_of_cv2(text: Text, call: ast.Call) -> bool:
    """``cv2.imread(path)``, ``cv2.imdecode(…)``, and ``read()`` of a camera."""
    if called(call) in {"imread", "imdecode"} and ast.unparse(call.func).startswith("cv2."):
        flag = argument_at(call, 1, "flags")
        return flag is None or ast.unparse(flag) in {"1", "cv2.IMREAD_COLOR"}
    camera = call.func.value if isinstance(call.func, ast.Attribute) and called(call) == "read" else None
    values = text.values.get(getattr(camera, "id", ""), [])
    return any(called(value) == "VideoCapture" for value in values)


RULE = Rule(
    level=Level.ERROR,
    title="blue for red",
    instead="Turn what OpenCV reads with cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), or read all pictures in one way.",
    text=_look,
)
