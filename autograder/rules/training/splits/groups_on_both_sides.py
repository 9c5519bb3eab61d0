"""# One patient on both sides of the split

**What it sees.** A table, or lists, with several rows for each patient, speaker, subject or video: the program counts
them, or a loop over them collects several rows of each. Then `train_test_split` or shuffled folds part the rows by
chance, and nothing in the program chooses rows by whom they are of.

**Why it hurts.** Rows of one patient are much alike. The model knows whom it saw in the training, and the test asks
about the same people; about a new patient it knows less than the test says.

**Example.**

```python
import pandas as pd
from sklearn.model_selection import train_test_split

slices = pd.read_csv("slices.csv")
print(slices["patient_id"].nunique(), "patients", len(slices), "slices")
train, test = train_test_split(slices, test_size=0.2)  # ← here
```

**Instead.**

```python
import pandas as pd
from sklearn.model_selection import GroupShuffleSplit

slices = pd.read_csv("slices.csv")
print(slices["patient_id"].nunique(), "patients", len(slices), "slices")
parts = GroupShuffleSplit(1, test_size=0.2).split(slices, groups=slices["patient_id"])
rows, test_rows = next(parts)
train, test = slices.iloc[rows], slices.iloc[test_rows]
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, keyword, names, walk
from autograder.rules.looks.before_split import is_by_chance
from autograder.rules.looks.dataflow import traced
from autograder.rules.looks.scopes import last_name, written
from autograder.rules.rule import Found, Level, Rule

_GROUPS = re.compile(
    r"(^|_)(patient|subject|subj|speaker|participant|volunteer|donor|video|animal|recording|singer|actor|writer|driver|"
    r"specimen|person|slide)s?(_?(id|ids|no|nr|number|name|idx|index))?$", re.I)  # fmt: skip
_PARTS = re.compile(
    r"(slice|frame|window|segment|tile|patch|beat|trial|clip|utterance|crop|visit)(s|es)\b|"
    r"(slice|frame|window|segment|tile|patch|beat|trial|clip|visit)_?(no|nr|id|idx|number|index)\b",
    re.I,
)
_APART = ("Group", ".isin(", "drop_duplicates", "np.isin", "in1d")
_UNIQUE = frozenset({"nunique", "unique", "set"})


def _look(text: Text) -> Found:
    """``train_test_split(slices)``, where ``slices["patient_id"].nunique()`` is smaller than the number of rows."""
    if "split" not in text.whole or any(word in text.whole for word in _APART):
        return
    groups = set(_counted_groups(text)) if _PARTS.search(written(text)) else set()
    collected = set(_collected(text))
    if not (groups or collected) or _told_apart(text):
        return
    for call in text.calls({"train_test_split", "split"}):
        rows = call.args[0] if call.args else None
        if rows is None or not is_by_chance(text, call) or _is_of_one(text, call):
            continue
        made = list(traced(text, rows, call))
        read = {part.id for part in made if isinstance(part, ast.Name)}
        if any(called(part) in _UNIQUE | {"groupby", "glob", "listdir"} for part in made):
            return
        met = [(name, group) for name, group in sorted(groups | collected) if name in read or not name]
        if met:
            whom = _GROUPS.search(met[0][1])
            said = f"There are several rows of each {whom[2] if whom else ''}, and this parts them by chance"
            yield f"{said}: the test asks about what the model has met in the training.", call
        return


def _is_of_one(text: Text, call: ast.Call) -> bool:
    """Whether a loop over the patients parts the rows of each by themselves."""
    loops = (loop for loop in text.all(ast.For) if any(_GROUPS.search(name) for name in names(loop.target)))
    return any(part is call for loop in loops for part in walk(loop))


def _counted_groups(text: Text) -> Iterator[tuple[str, str]]:
    """The tables whose patients are counted, and arrays that say of whom each row is: ``""`` for the table."""
    for call in text.calls({"nunique", "unique", "set", "groupby"}):
        given = call.args[0] if call.args else getattr(call.func, "value", None)
        given = given if called(call) != "groupby" else call.args[0] if call.args else None
        table = given.value if isinstance(given, ast.Subscript | ast.Attribute) else None
        column = given.slice if isinstance(given, ast.Subscript) else None
        name = (
            str(column.value) if isinstance(column, ast.Constant) else last_name(given) if given is not None else ""
        )
        if called(call) == "groupby" and isinstance(given, ast.Constant) and isinstance(call.func, ast.Attribute):
            table, name = call.func.value, str(given.value)
        if _GROUPS.search(name) and not (table is not None and _GROUPS.search(last_name(table))):
            yield (table.id if isinstance(table, ast.Name) else ""), name


def _collected(text: Text) -> Iterator[tuple[str, str]]:
    """The lists that get several rows for each patient: ``for patient in patients: for slice in …: x.append(…)``."""
    for loop in text.all(ast.For):
        group = next((name for name in sorted(names(loop.target)) if _GROUPS.search(name)), "")
        for inner in (node for part in loop.body for node in walk(part) if group and isinstance(node, ast.For)):
            for call in (node for part in inner.body for node in walk(part)):
                if called(call) in {"append", "extend"} and isinstance(call, ast.Call):
                    yield ast.unparse(getattr(call.func, "value", call.func)), group


def _told_apart(text: Text) -> bool:
    """Whether rows are chosen by whom they belong to, in any way."""
    for node in text.all(ast.Compare):
        for part in walk(node):
            name = part.value if isinstance(part, ast.Constant) else last_name(part)
            if isinstance(name, str) and _GROUPS.search(name):
                return True
    keyed = [keyword(call, "groups", "stratify") for call in text.calls({"train_test_split", "split"})]
    return any(one is not None and _GROUPS.search(last_name(one)) for one in keyed)


RULE = Rule(
    level=Level.WARNING,
    title="one patient on both sides of the split",
    instead="Part the patients, not their rows: GroupShuffleSplit or GroupKFold, with groups.",
    text=_look,
    exact=True,
)
