"""# Numbers from a set

**What it sees.** Words, characters or classes are numbered in the order of a `set`, and a model or its weights are
loaded from a file.

**Why it hurts.** Python draws the order of the texts in a set anew in each session. The model that was saved has
learned other numbers than the ones that it is given after loading: it answers nonsense, without any error.

**Example.**

```python
import keras

text = open("names.txt").read()
number = {letter: at for at, letter in enumerate(set(text))}  # ← here
model = keras.models.load_model("names.keras")
answers = model.predict([[number[letter] for letter in "anna"]])
```

**Instead.**

```python
import keras

text = open("names.txt").read()
number = {letter: at for at, letter in enumerate(sorted(set(text)))}
model = keras.models.load_model("names.keras")
answers = model.predict([[number[letter] for letter in "anna"]])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called
from autograder.rules.rule import Found, Level, Rule

_LOADS = frozenset({"load_model", "load_weights"})
_WRAPPED = 3  # list(tuple(set(words))), and not without an end: words = list(words)
_KEEPS = ("pickle.dump", "json.dump", "np.save", "joblib.dump", "PYTHONHASHSEED")


def _look(text: Text) -> Found:
    """``enumerate(set(words))``, and ``load_model``."""
    if not any(text.calls(_LOADS)) or any(word in text.whole for word in _KEEPS):
        return
    for call in text.calls({"enumerate"}):
        listed = text.resolved(call.args[0]) if call.args else None
        for _ in range(_WRAPPED):
            if isinstance(listed, ast.Call) and called(listed) in {"list", "tuple"} and len(listed.args) == 1:
                listed = text.resolved(listed.args[0])
        if isinstance(listed, ast.Set | ast.SetComp) or called(listed) == "set":
            yield "A set of texts has another order in each session, and the loaded model another numbering.", call


RULE = Rule(
    level=Level.ERROR,
    title="numbers from a set",
    instead="Sort the set before it is numbered, or save the numbers beside the model.",
    text=_look,
)
