"""# Module or name that Keras 3 no longer has

**What it sees.** An import from a module that was private, or moved, or left Keras: `keras.layers.core`,
`keras.utils.np_utils`, `keras.wrappers.scikit_learn`, `keras.preprocessing.text`, `keras.engine`, …; and names that
are gone from modules that remain, such as `ImageDataGenerator` in `keras.preprocessing.image`, which only `tf.keras`
still carries along.

**Why it hurts.** The import fails, and with it the program. Everything of Keras is in `keras.layers`, `keras.utils`
and the other public modules, without a second level.

**Example.**

```python
from keras.layers.core import Dense  # ← here
from keras.utils import np_utils  # ← here

labels = np_utils.to_categorical([0, 1, 2])
```

**Instead.**

```python
from keras.layers import Dense
from keras.utils import to_categorical

labels = to_categorical([0, 1, 2])
```
"""

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="module or name that Keras 3 no longer has",
    instead="Import from the place where Keras 3 has it.",
    program=lambda program: spelt.gone(program, "module"),
)
