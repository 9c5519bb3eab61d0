"""# The share to keep is given as the rate

**What it sees.** A dropout whose rate is a number above one half that the program calls a share to keep: `keep_prob`,
`args.keep_prob`, `config["keep"]`, also where it goes through functions whose arguments have other names.

**Why it hurts.** The rate of Keras is the share to drop, in every version; TensorFlow 1 took the share to keep. With
0.9, nine of ten values are lost in each step of the training, and the layers behind learn from the tenth.

**Example.**

```python
import keras

keep_prob = 0.9
model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(keep_prob),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

keep_prob = 0.9
model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(1 - keep_prob),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, argument_at, called, constant, keyword
from autograder.rules.looks.scopes import own_names
from autograder.rules.looks.settings import sources_of
from autograder.rules.rule import Found, Level, Rule

_KEEPS = re.compile(r"(^|_)(keep|keeps|kept|keeping|keepprob|retain|retained|retention)(_|$)")
_DROPOUTS = frozenset({
    "Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "AlphaDropout", "GaussianDropout",
})  # fmt: skip
_WITH_RATES = frozenset({"LSTM", "GRU", "SimpleRNN", "LSTMCell", "GRUCell", "SimpleRNNCell", "MultiHeadAttention"})
_RATES = ("dropout", "recurrent_dropout")


def _look(text: Text) -> Found:
    """``Dropout(keep_prob)``, ``LSTM(64, dropout=args.keep_prob)``."""
    if not re.search(r"keep|kept|retain|retention", text.whole, re.I):
        return
    own = own_names(text)
    for call in text.calls((_DROPOUTS | _WITH_RATES) - own):
        given = [argument_at(call, 0, "rate", "p")] if called(call) in _DROPOUTS else []
        given += [keyword(call, name) for name in _RATES if called(call) in _WITH_RATES]
        for rate in given:
            name, value = _kept(text, rate, call) if rate is not None else ("", 0)
            if name and rate is not None:
                said = f"{name} is {value:g}, the share to keep, and a rate is the share to drop"
                yield f"{said}: only {1 - value:.0%} is kept.", rate


def _kept(text: Text, rate: ast.expr, user: ast.AST) -> tuple[str, float]:
    """The name of a share to keep that a rate is, and the number; empty unless all that it may be are such shares."""
    found = sources_of(text, rate, user)
    values = [constant(one.value) for one in found]
    names = [next((name for name in sorted(one.names) if _KEEPS.search(_spelt(name))), "") for one in found]
    shares = all(isinstance(value, float) and 0.5 <= value < 1 for value in values)
    return (names[0], max(values)) if found and shares and all(names) and max(values) > 0.5 else ("", 0)


def _spelt(name: str) -> str:
    """A name with its words apart: ``keepProb``, ``KEEP_PROB``."""
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()


RULE = Rule(
    level=Level.WARNING,
    title="the share to keep is given as the rate",
    instead="Give the share to drop: 1 - keep_prob.",
    text=_look,
    speaks_for=("order/too-much-dropout", "order/dropout-before-output"),
    exact=True,
)
