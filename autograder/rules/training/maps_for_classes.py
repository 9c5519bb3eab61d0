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

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="maps, where classes are wanted",
    instead="Load the whole network, or put a head of your own on it.",
    misuses=("decoded",),
)
