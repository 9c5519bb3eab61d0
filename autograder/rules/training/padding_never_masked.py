"""# Padding that is never masked

**What it sees.** Rows that `pad_sequences`, or `np.full`, brings to one length with one number, and a `Masking` layer
or an `Embedding(…, mask_zero=True)` that looks for another.

**Why it hurts.** A mask leaves out the steps that hold its own number, and no step of the padding does. A recurrent
layer reads the padding to its end as if it were measured, and what it tells of a row is mostly how long that was.
Steps that do hold that number are left out instead.

**Example.**

```python
import keras

x = keras.utils.pad_sequences(series, maxlen=72, dtype="float32", padding="post", value=-1)
model = keras.Sequential([
    keras.Input((72, 5)),
    keras.layers.Masking(mask_value=0.0),  # ← here
    keras.layers.LSTM(32),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

x = keras.utils.pad_sequences(series, maxlen=72, dtype="float32", padding="post", value=-1)
model = keras.Sequential([
    keras.Input((72, 5)),
    keras.layers.Masking(mask_value=-1),
    keras.layers.LSTM(32),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="padding that is never masked",
    instead="Let the mask look for the number that the rows are filled with.",
    misuses=("other padding",),
    exact=True,
)
