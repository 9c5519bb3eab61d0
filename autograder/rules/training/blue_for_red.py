"""# Blue for red

**What it sees.** A model that learns from pictures that Keras, TensorFlow or Pillow reads, and is asked about one
that OpenCV reads, from a file or a camera; or the other way round. Nothing in the program turns the channels.

**Why it hurts.** OpenCV gives the channels as blue, green, red, all others as red, green, blue. To the model a red
apple is blue. Nothing stops, the test on files is good, and only the answers to new pictures are bad.

**Example.**

```python
import cv2
import keras

train = keras.utils.image_dataset_from_directory("apples", image_size=(64, 64))
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, epochs=10)
picture = cv2.resize(cv2.imread("new.jpg"), (64, 64))
print(model.predict(picture[None]))  # ← here
```

**Instead.**

```python
import cv2
import keras

train = keras.utils.image_dataset_from_directory("apples", image_size=(64, 64))
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, epochs=10)
picture = cv2.cvtColor(cv2.imread("new.jpg"), cv2.COLOR_BGR2RGB)
print(model.predict(cv2.resize(picture, (64, 64))[None]))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="blue for red",
    instead="Turn what OpenCV reads with cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), or read all pictures in one way.",
    misuses=("bgr",),
)
