"""# One text in place of a list of texts

**What it sees.** `fit_on_texts`, `texts_to_sequences` or `texts_to_matrix` of a `Tokenizer` is given one string: what
was read from a file, a literal, words that were joined.

**Why it hurts.** The tokenizer goes through what it is given, and takes each item for a text. The items of a string
are its letters: it learns letters and no words, or makes a row of each letter. Nothing stops.

**Example.**

```python
from tensorflow.keras.preprocessing.text import Tokenizer

text = open("book.txt").read()
tokenizer = Tokenizer()
tokenizer.fit_on_texts(text)  # ← here
```

**Instead.**

```python
from tensorflow.keras.preprocessing.text import Tokenizer

text = open("book.txt").read()
tokenizer = Tokenizer()
tokenizer.fit_on_texts([text])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="one text in place of a list of texts",
    instead="Give a list of texts: [text], or text.splitlines().",
    misuses=("one text",),
)
