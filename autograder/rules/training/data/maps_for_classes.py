"""# Maps, where classes are wanted

**What it sees.** `decode_predictions` is given the answer of a network that was loaded with `include_top=False`.

**Why it hurts.** Without its top the network gives maps of features, and the layer that chooses among the thousand
classes of ImageNet is missing. `decode_predictions` stops: it wants two axes.

**Example.**

```python
from keras.applications.vgg16 import VGG16, decode_predictions

model = VGG16(include_top=False)
answer = model.predict(images)
print(decode_predictions(answer))  # ← here
```

**Instead.**

```python
from keras.applications.vgg16 import VGG16, decode_predictions

model = VGG16()
answer = model.predict(images)
print(decode_predictions(answer))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, keyword, names
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``decode_predictions`` of a network without its top."""
    for call in text.calls({"decode_predictions"}):
        answer = text.resolved(call.args[0]) if call.args else None
        owner = answer.func if isinstance(answer, ast.Call) else None
        owner = text.resolved(owner.value if isinstance(owner, ast.Attribute) else owner) if owner else None
        if isinstance(owner, ast.Call) and called(answer) in {"predict", *names(answer or owner)}:
            top = keyword(owner, "include_top")
            if isinstance(top, ast.Constant) and top.value is False:
                said = "include_top=False leaves the classes out"
                yield f"{said}: predict gives maps, and decode_predictions wants 1000 probabilities.", call


RULE = Rule(
    level=Level.ERROR,
    title="maps, where classes are wanted",
    instead="Load the whole network, or put a head of your own on it.",
    text=_look,
)
