"""# Words numbered otherwise

**What it sees.** A model that was trained on the numbers of `imdb.load_data()` or `reuters.load_data()`, and is asked
about words that were numbered with `get_word_index()` as it is.

**Why it hurts.** `load_data` adds 3 to each number, because 0 is the padding, 1 the start and 2 an unknown word.
`get_word_index` does not. Each word of the question is read as another one, three places more frequent, so the
answers mean nothing.

**Example.**

```python
import keras

(x, y), _ = keras.datasets.imdb.load_data(num_words=10000)
x = keras.utils.pad_sequences(x, 200)
model = keras.Sequential([
    keras.layers.Embedding(10000, 16),
    keras.layers.GRU(16),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=3)
index = keras.datasets.imdb.get_word_index()
review = [index.get(word, 2) for word in "a good film".split()]  # ← here
print(model.predict(keras.utils.pad_sequences([review], 200)))
```

**Instead.**

```python
import keras

(x, y), _ = keras.datasets.imdb.load_data(num_words=10000)
x = keras.utils.pad_sequences(x, 200)
model = keras.Sequential([
    keras.layers.Embedding(10000, 16),
    keras.layers.GRU(16),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=3)
index = keras.datasets.imdb.get_word_index()
review = [1] + [index.get(word, -1) + 3 for word in "a good film".split()]
print(model.predict(keras.utils.pad_sequences([review], 200)))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="words numbered otherwise",
    instead="Add 3 to each number of get_word_index, put a 1 before the first, and give 2 to words without a number.",
    misuses=("word numbers",),
)
