# %% a loss object
model = Sequential([Input((3,)), layers.Dense(1, activation="sigmoid")])
cross = losses.BinaryCrossentropy()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = cross(model(x, training=True), y)  # ← training/labels-last

# %% in a function
model = Sequential([Input((3,)), layers.Dense(4)])
cross = losses.SparseCategoricalCrossentropy(from_logits=True)


@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        logits = model(x, training=True)
        return cross(logits, y)  # ← training/labels-last


for x, y in batches:
    step(x, y)

# %% the labels first
model = Sequential([Input((3,)), layers.Dense(1, activation="sigmoid")])
cross = losses.BinaryCrossentropy()
for x, y in batches:
    loss = cross(y, model(x, training=True))
    other = cross(y_pred=model(x), y_true=y)

# %% ones of the shape of the answers
model = Sequential([Input((3,)), layers.Dense(1)])
cross = losses.BinaryCrossentropy(from_logits=True)
answers = model(x, training=True)
loss = cross(tf.ones_like(answers), answers)

# %% a distance is the same in both orders
model = Sequential([Input((3,)), layers.Dense(1)])
loss = losses.MeanSquaredError()(model(x), y)

# %% one model learns from another
teacher = Sequential([Input((3,)), layers.Dense(4, activation="softmax")])
student = Sequential([Input((3,)), layers.Dense(4, activation="softmax")])
loss = losses.KLDivergence()(teacher(x), student(x))

# %% the same, where nobody knows what the student answered
teacher = Sequential([Input((3,)), layers.Dense(4)])


class Distiller(keras.Model):
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        soft = keras.ops.softmax(teacher(x, training=False) / 3)
        return keras.losses.KLDivergence()(soft, keras.ops.softmax(y_pred / 3))

# %% a function of the backend, in a loss
from keras import backend as K
def smooth(y_true, y_pred, e=0.1):
    return (1 - e) * K.categorical_crossentropy(y_pred, y_true) + e * K.mean(y_pred)  # ← training/labels-last
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", loss=smooth)

# %% a function of the backend, in order
from keras import backend as K
def smooth(y_true, y_pred, e=0.1):
    return (1 - e) * K.categorical_crossentropy(y_true, y_pred) + e * K.categorical_crossentropy(y_pred, K.ones_like(y_pred))
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", loss=smooth)

# %% a function of the losses, in a loss that another function makes
def smooth(e):
    def loss(y_true, y_pred):
        cross = keras.losses.binary_crossentropy(y_pred, y_true)  # ← training/labels-last
        return (1 - e) * cross + e * keras.ops.mean(y_pred)
    return loss
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=smooth(0.1))

# %% imported by its name, and an object of the losses, in classes
from tensorflow.keras.losses import categorical_crossentropy
cross = keras.losses.CategoricalCrossentropy()
class Weighted(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return 2.0 * categorical_crossentropy(y_pred, y_true)  # ← training/labels-last
class Heavier(keras.losses.Loss):
    def call(self, truth, answer):
        return 3.0 * cross(answer, truth)  # ← training/labels-last
first, second = (Sequential([Input((4,)), layers.Dense(3, activation="softmax")]) for _ in range(2))
first.compile("adam", loss=Weighted())
second.compile("adam", loss=Heavier())

# %% both ways on purpose, against labels that are wrong
def symmetric(y_true, y_pred):
    y_true = keras.ops.clip(y_true, 1e-4, 1.0)
    return keras.losses.categorical_crossentropy(y_true, y_pred) + keras.losses.categorical_crossentropy(y_pred, y_true)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", loss=symmetric)

# %% names that say otherwise, and the places that count
def loss(y_pred, y_true):
    return keras.losses.binary_crossentropy(y_pred, y_true)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=loss)

# %% a function of the author's, in the author's own order
def binary_crossentropy(answers, labels):
    return -keras.ops.mean(labels * keras.ops.log(answers + 1e-7))
def loss(y_true, y_pred):
    return binary_crossentropy(y_pred, y_true)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=loss)
