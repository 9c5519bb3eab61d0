"""The first form of something new for the course, which passes its tests before anybody has changed it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from autograder.errors import Mendable
from autograder.exercises import exercise_folder, exercise_names, exercises_folder
from autograder.rules import FAMILIES, topics

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_EVIDENCE = Path("tests", "validity", "evidence")
_FIRST = Path("new", "xor")
"""What begins an exercise of a course, below the folder of the shipped ones."""
_NOT_COPIED = shutil.ignore_patterns("blind", "__pycache__")  # who answered blind answered another notebook
_RULE = '''\
"""# A dense layer of 4321 units

**What it sees.** A dense layer has 4321 units.

**Why it hurts.** It does not: this rule is the first form of yours. It shows where the parts of a rule stand.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(4321, activation="relu"),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule

_UNITS = 4321


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("dense"):
        if asking.setting(model, position, "units") == _UNITS:
            yield asking.at(model, position, f"a dense layer has {_UNITS} units.")


RULE = Rule(
    level=Level.NOTE,
    title="dense layer of 4321 units",
    instead="Choose the number of units yourself.",
    model=_look,
)
'''
_CORPUS = """\
# %% a layer of its own
model = Sequential([Input((8,)), layers.Dense(4321), layers.Dense(1)])  # ← {rule}

# %% the number has a name
units = 4321
model = Sequential([Input((8,)), layers.Dense(units, activation="relu"), layers.Dense(1)])  # ← {rule}

# %% another number
model = Sequential([Input((8,)), layers.Dense(4320), layers.Dense(1)])

# %% a number that nobody knows
model = Sequential([Input((8,)), layers.Dense(int(input())), layers.Dense(1)])

# %% another kind of layer
model = Sequential([Input((8, 8, 1)), layers.Conv2D(4321, 3)])
"""


class AuthoringError(Mendable):
    """Nothing new can be made here, or not under this name."""


def new_exercise(name: str, like: str) -> list[Path]:
    """Make the exercise ``name`` from the exercise ``like``; returns what was made.

    It asks for the same thing, under its own name, and explains it in the same chapter. The trials and the evidence
    of the answers are taken over, too: they are still true.

    Raises:
        AuthoringError: the name is taken or none, or there is no exercise to begin with.
    """
    folder, evidence = exercises_folder(), _checkout() / _EVIDENCE
    _require_name(name, "my-exercise")
    begin = _to_begin_with(like)
    made = [folder / name, evidence / name]
    _require_new(*made)
    _copy_exercise(begin, folder / name)
    shutil.copytree(evidence / like, evidence / name, ignore=_NOT_COPIED)
    for record in (evidence / name).rglob("record.json"):
        told = json.loads(record.read_text(encoding="utf-8"))
        record.write_text(json.dumps({**told, "exercise": name}), encoding="utf-8")
    return made


def new_own_exercise(home: Path, name: str, like: str = "") -> Path:
    """Make the exercise ``name`` in a course, whose exercises are to lie in ``home``; returns its folder.

    It begins as the exercise ``like``, or else as a small one with data of its own.

    Raises:
        AuthoringError: the name is taken or none, or there is no exercise to begin with.
    """
    _require_name(name, "my-exercise")
    begin = _to_begin_with(like) if like else exercises_folder() / _FIRST
    _require_new(home / name)
    _copy_exercise(begin, home / name)
    return home / name


def _to_begin_with(like: str) -> Path:
    if like not in exercise_names():
        raise AuthoringError(
            f"There is no exercise called {like!r} to begin with. Exercises: {', '.join(exercise_names())}."
        )
    return exercise_folder(like)


def _copy_exercise(begin: Path, folder: Path) -> None:
    """Copy an exercise under the name of its new folder."""
    name, like = folder.name, begin.name
    shutil.copytree(begin, folder, ignore=_NOT_COPIED)
    rubric, notebook, trials = (folder / file for file in ("rubric.py", "notebook.md", "validity.csv"))
    _rewrite(rubric, f'exercise="{like}",', f'exercise="{name}",')
    _rewrite(rubric, f"of the {like} exercise", f"of the {name} exercise")
    if "chapter=" not in rubric.read_text(encoding="utf-8"):
        _rewrite(rubric, f'exercise="{name}",', f'exercise="{name}",\n    chapter="{like}",')
    for call in ("check", "hint", "rows"):
        _rewrite(notebook, f'ag.{call}("{like}"', f'ag.{call}("{name}"')
    if trials.is_file():
        lines = trials.read_text(encoding="utf-8").splitlines(keepends=True)
        trials.write_text("".join(line for line in lines if not line.startswith("blind/")), encoding="utf-8")


def new_rule(name: str) -> list[Path]:
    """Make a rule of the doctor that sees something which nobody writes, and its corpus; returns both files.

    Raises:
        AuthoringError: the name is taken or none, or there is no such family.
    """
    root = _checkout()
    family, topic, fault = _place_of_rule(name)
    _require_name(fault, "my-rule")
    module = f"{fault.replace('-', '_')}.py"
    made = [root / "autograder" / "rules" / family / topic / module, root / "tests/rules/corpus" / family / module]
    _require_new(*made)
    for path, text in zip(made, (_RULE, _CORPUS.format(rule=f"{family}/{fault}")), strict=True):
        path.write_text(text, encoding="utf-8")
    return made


def _place_of_rule(name: str) -> tuple[str, str, str]:
    """Family, topic (empty where the family has none) and name."""
    family, _, rest = name.partition("/")
    topic, _, fault = rest.rpartition("/")
    if family not in FAMILIES:
        raise AuthoringError(
            f"A rule is called FAMILY/NAME, such as shape/my-rule, and {name!r} names no family. Families: "
            f"{', '.join(FAMILIES)}."
        )
    if topics(family) and topic not in topics(family):
        raise AuthoringError(
            f"{name!r} names no topic: a rule of {family} is made as {family}/TOPIC/NAME, and called {family}/NAME. "
            f"Topics: {', '.join(topics(family))}."
        )
    if topic and not topics(family):
        raise AuthoringError(f"{name!r} names a topic, and {family} has none. Call the rule {family}/{fault}.")
    return family, topic, fault


def _checkout() -> Path:
    root = exercises_folder().parent
    if not (root / _EVIDENCE).is_dir():
        raise AuthoringError(
            "What is new has tests, and an installed package has none. "
            "Use a checkout of the repository, after make setup. An exercise of your own can be made in your course, "
            "too: change into its folder, or name it with --course."
        )
    return root


def _require_name(name: str, example: str) -> None:
    if not _NAME.fullmatch(name):
        raise AuthoringError(
            f"{name!r} cannot be a name: use small letters, digits and single hyphens, such as {example}."
        )


def _require_new(*paths: Path) -> None:
    for path in paths:
        if path.exists():
            raise AuthoringError(f"{path} is there already; nothing was changed. Choose another name.")


def _rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
