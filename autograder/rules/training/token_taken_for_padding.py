"""# A token is taken for padding

**What it sees.** `Embedding(…, mask_zero=True)`, and a table made with `enumerate`, or with `range`, that numbers the
letters or words of its rows from 0, where what comes first is no padding.

**Why it hurts.** `mask_zero` hides number 0 from the layers behind, because it is what short rows are filled with.
The first letter has the same number, so it is hidden wherever it stands, and rows that differ in it alone are one.

**Example.**

```python
import keras

LETTERS = "ACGT"
number = {letter: i for i, letter in enumerate(LETTERS)}  # ← here
x = keras.utils.pad_sequences([[number[letter] for letter in row] for row in rows], padding="post")
model = keras.Sequential([
    keras.layers.Embedding(5, 8, mask_zero=True),
    keras.layers.LSTM(16),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

LETTERS = "ACGT"
number = {letter: i for i, letter in enumerate(LETTERS, start=1)}
x = keras.utils.pad_sequences([[number[letter] for letter in row] for row in rows], padding="post")
model = keras.Sequential([
    keras.layers.Embedding(5, 8, mask_zero=True),
    keras.layers.LSTM(16),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a token is taken for padding",
    instead="Number the tokens from 1, keep 0 for the padding, and give the Embedding one row more.",
    misuses=("token 0",),
)
