"""# A vocabulary without its last word

**What it sees.** An `Embedding` has as many rows as a `Tokenizer` knows words, or fewer than the words that a
`Tokenizer` or a `TextVectorization` is allowed to number; or it is given weights with another number of rows or
columns than it has.

**Why it hurts.** A `Tokenizer` numbers the words from 1; 0 is kept for padding. The largest number is therefore the
number of words itself, one more than the last row of the table. On a processor Keras stops when it meets that word;
on a graphics card it goes on with zeros. Weights of another shape are refused.

**Example.**

```python
import keras
from keras.preprocessing.text import Tokenizer

tokenizer = Tokenizer()
tokenizer.fit_on_texts(texts)
words = len(tokenizer.word_index)
model = keras.Sequential([
    keras.layers.Embedding(words, 50),  # ← here
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
```

**Instead.**

```python
import keras

words = keras.layers.TextVectorization(output_sequence_length=100)
words.adapt(texts)
model = keras.Sequential([
    words,
    keras.layers.Embedding(words.vocabulary_size(), 50),
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a vocabulary without its last word",
    instead="Give the Embedding len(word_index) + 1 rows.",
    misuses=("vocabulary",),
)
