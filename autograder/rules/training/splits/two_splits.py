"""# Training and validation from two different splits

**What it sees.** Two calls read one folder with `validation_split`, one as `subset="training"` and one as
`subset="validation"`, and they do not agree on the split: another `seed`, another `shuffle`, or a larger share for
validation than training leaves out.

**Why it hurts.** Each call shuffles the list of files by its own seed and cuts it. With two orders, most files of the
validation set are in the training set, too: the validation says how well the model knows by heart.

**Example.**

```python
import keras
from keras.utils import image_dataset_from_directory

size = (64, 64)
train = image_dataset_from_directory(
    "photos", label_mode="binary", image_size=size, validation_split=0.2, subset="training", seed=1
)
valid = image_dataset_from_directory(  # ← here
    "photos", label_mode="binary", image_size=size, validation_split=0.2, subset="validation", seed=2
)
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, validation_data=valid, epochs=5)
```

**Instead.**

```python
import keras
from keras.utils import image_dataset_from_directory

size = (64, 64)
train = image_dataset_from_directory(
    "photos", label_mode="binary", image_size=size, validation_split=0.2, subset="training", seed=1
)
valid = image_dataset_from_directory(
    "photos", label_mode="binary", image_size=size, validation_split=0.2, subset="validation", seed=1
)
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, validation_data=valid, epochs=5)
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data
from autograder.anatomy.unknown import BY_CHANCE, Place, Unknown
from autograder.rules.rule import Fault, Faults, Level, Rule

_FOLDERS = frozenset({"image_dataset_from_directory", "text_dataset_from_directory", "audio_dataset_from_directory"})


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        train, valid = _half(fit.x, "training"), _half(fit.validation_data, "validation")
        if train and valid and _same_folder(train, valid):
            difference = _difference(train.given, valid.given)
            if difference:
                same_line = train.place == valid.place and isinstance(valid.source, Place)
                place = valid.source if same_line else valid.place
                yield Fault(f"{difference}: files of the validation set are in the training set, too.", place)


def _half(data: Any, subset: str) -> Data | None:
    known = isinstance(data, Data) and data.origin in _FOLDERS and data.given.get("subset") == subset
    return data if known else None


def _same_folder(train: Data, valid: Data) -> bool:
    folders = [data.given.get("directory") for data in (train, valid)]
    same = folders[0] is folders[1] or (all(isinstance(one, str) for one in folders) and folders[0] == folders[1])
    return train.origin == valid.origin and folders[0] is not None and same


def _difference(train: Any, valid: Any) -> str:
    """What the two calls do not agree on; empty if on everything, or if that is not known."""
    shuffles = train.get("shuffle", True), valid.get("shuffle", True)
    seeds = train.get("seed"), valid.get("seed")
    shares = train.get("validation_split"), valid.get("validation_split")
    if not all(isinstance(share, float) for share in shares) or not all(isinstance(s, bool) for s in shuffles):
        return ""
    if shuffles[0] != shuffles[1]:
        return "One of the two calls shuffles the files before the split, the other does not"
    if all(isinstance(seed, int) for seed in seeds) and shuffles[0] and seeds[0] != seeds[1]:
        return f"The training files are drawn with seed={seeds[0]}, the others with seed={seeds[1]}"
    if shuffles[0] and all(map(_by_chance, seeds)) and seeds[0] != seeds[1]:
        return "Each of the two calls draws a seed of its own"
    if shares[1] > shares[0]:
        return f"Training leaves out {shares[0]:g} of the files, but validation takes {shares[1]:g}"
    return ""


def _by_chance(seed: Any) -> bool:
    """Whether a seed is drawn anew where it stands."""
    drawn = isinstance(seed, Data) and seed.origin.startswith("numpy.random.")
    return drawn or (isinstance(seed, Unknown) and seed.reason == BY_CHANCE)


RULE = Rule(
    level=Level.WARNING,
    title="training and validation from two different splits",
    instead="Give both calls the same seed, shuffle and validation_split.",
    model=_look,
    exact=True,
)
