"""# Encoded anew for the question

**What it sees.** What a model is asked about went through a vectorizer, a PCA, a `TextVectorization` or a `Tokenizer`
that was fitted on these very rows, and the training rows through another one, or through the same before it was
fitted again, also by one function that fits and encodes each time, or where it is given no encoder. Also kinds that
`factorize` numbers in the training and the test rows apart, and columns of two `get_dummies` that were cut or filled
to one width.

**Why it hurts.** The encoder numbers words, kinds or columns as it meets them. Fitted on other rows it gives other
numbers to the same words: the model reads them as those that it learned, and its answers mean nothing.

**Example.**

```python
import keras
from sklearn.feature_extraction.text import CountVectorizer

count = CountVectorizer(max_features=500)
x_train = count.fit_transform(texts).toarray()
model = keras.Sequential([keras.Input((500,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train)
x_new = count.fit_transform(new_texts).toarray()  # ← here
print(model.predict(x_new))
```

**Instead.**

```python
import keras
from sklearn.feature_extraction.text import CountVectorizer

count = CountVectorizer(max_features=500)
x_train = count.fit_transform(texts).toarray()
model = keras.Sequential([keras.Input((500,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train)
x_new = count.transform(new_texts).toarray()
print(model.predict(x_new))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="encoded anew for the question",
    instead="Fit the encoder once, on the training rows, and only transform what comes later.",
    misuses=("encoded",),
)
