"""# Made anew in each call

**What it sees.** A loss, a metric or a training step of the author's makes a metric, an optimizer or a layer with
weights of Keras each time that it is called.

**Why it hurts.** These things hold variables. Keras calls such a function when it compiles the training, and
TensorFlow allows new variables only the first time: `fit` stops with "tf.function only supports singleton
tf.Variables". And what is new in each call would count, or learn, nothing.

**Example.**

```python
import keras


def accuracy(truth, guess):
    return keras.metrics.SparseCategoricalAccuracy()(truth, guess)  # ← here


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=[accuracy])
```

**Instead.** Give `compile` the object, or use the function of the same name, which holds nothing.

```python
import keras


def accuracy(truth, guess):
    return keras.metrics.sparse_categorical_accuracy(truth, guess)


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=[accuracy])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="made anew in each call",
    instead="Make it once, outside of the function, or use a function of Keras that does the same without variables.",
    misuses=("anew",),
    exact=True,
)
