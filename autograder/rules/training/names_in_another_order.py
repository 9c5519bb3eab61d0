"""# Names of classes in another order

**What it sees.** A list of names in the program, read by the number of a class, where the pictures come from folders
with `image_dataset_from_directory` or `flow_from_directory`, and the list is not sorted. Or the two names of a yes or
no the wrong way round: `"cat" if p > 0.5 else "dog"`, where `cats` is number 0. It speaks only where a path or a
comment of the program says that the folders have these very names, or these in the plural.

**Why it hurts.** Keras numbers the folders by the alphabet of their names. The loss and the accuracy know only the
numbers and look well; every name that is shown, and every row of a report, is that of another class.

**Example.**

```python
import keras
import numpy as np

train = keras.utils.image_dataset_from_directory("weather", image_size=(64, 64))  # folders rain, shine, cloudy
NAMES = ["rain", "shine", "cloudy"]  # ← here
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=10)
print(NAMES[np.argmax(model.predict(picture))])
```

**Instead.**

```python
import keras
import numpy as np

train = keras.utils.image_dataset_from_directory("weather", image_size=(64, 64))  # folders rain, shine, cloudy
NAMES = train.class_names
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=10)
print(NAMES[np.argmax(model.predict(picture))])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="names of classes in another order",
    instead="Take the names from the data set, class_names, or give it the list as class_names.",
    misuses=("other names",),
)
