# %% a closure, its number from a loop
QUANTILES = {"low": 0.1, "high": 0.9}


def pinball(tau):
    def loss(y_pred, y_true):  # ← training/arguments-of-a-loss-swapped
        diff = y_true - y_pred
        return tf.reduce_mean(tf.maximum(tau * diff, (tau - 1.0) * diff), axis=-1)
    loss.__name__ = f"pinball_{int(tau * 100)}"
    return loss


for name, tau in QUANTILES.items():
    model = Sequential([Input((8,)), layers.Dense(1)])
    model.compile(optimizer="adam", loss=pinball(tau))
    model.fit(x, y)

# %% a function, as in PyTorch
def loss_fn(pred, target):  # ← training/arguments-of-a-loss-swapped
    missed = tf.where(target > pred, 4.0, 1.0)
    return tf.reduce_mean(missed * tf.square(target - pred))


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", loss_fn)

# %% a class
class Asymmetric(keras.losses.Loss):
    def __init__(self, over=1.0, under=5.0, **rest):
        super().__init__(**rest)
        self.over = over
        self.under = under

    def call(self, y_hat, y_true):  # ← training/arguments-of-a-loss-swapped
        miss = y_true - y_hat
        return keras.ops.mean(keras.ops.where(miss > 0, self.under * miss, -self.over * miss))


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=Asymmetric(under=10.0))

# %% a metric
from keras import backend as K


def mean_percentage(predicted, actual):  # ← training/arguments-of-a-loss-swapped
    return 100 * K.mean(K.abs(actual - predicted) / K.clip(actual, K.epsilon(), 1e6))


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse", metrics=["mae", mean_percentage])

# %% the number bound beforehand
from functools import partial


def quantile(tau, y_pred, y_true):  # ← training/arguments-of-a-loss-swapped
    e = y_true - y_pred
    return keras.ops.mean(keras.ops.maximum(tau * e, (tau - 1) * e))


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=partial(quantile, 0.9))

# %% without a name
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=lambda y_pred, y_true: tf.reduce_mean(tf.square((y_true - y_pred) / y_true)))  # ← training/arguments-of-a-loss-swapped

# %% one of several losses, which another function computes
def weighted(truth, answer, weight):
    return keras.ops.mean(keras.ops.square(truth - answer) * (1.0 + weight * truth))


def far(y_pred, y_true):  # ← training/arguments-of-a-loss-swapped
    return weighted(y_true, y_pred, 3.0)


entry = Input((8,))
model = Model(entry, [layers.Dense(1, name="a")(entry), layers.Dense(1, name="b")(entry)])
model.compile(optimizer="adam", loss={"a": "mse", "b": far})

# %% the truth first
def pinball(tau):
    def loss(y_true, y_pred):
        diff = y_true - y_pred
        return tf.reduce_mean(tf.maximum(tau * diff, (tau - 1.0) * diff), axis=-1)
    return loss


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=pinball(0.9))

# %% the same both ways
def rmse(y_pred, y_true):
    return tf.sqrt(tf.reduce_mean(tf.square(y_pred - y_true)))


def dice(y_pred, y_true):
    both = tf.reduce_sum(y_true * y_pred)
    return 1 - (2 * both + 1.0) / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred) + 1.0)


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=rmse, metrics=[dice])

# %% the median alone is the same both ways
def pinball(tau):
    def loss(y_pred, y_true):
        diff = y_true - y_pred
        return tf.reduce_mean(tf.maximum(tau * diff, (tau - 1.0) * diff), axis=-1)
    return loss


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=pinball(0.5))

# %% in the author's own loop, in the author's own order
def loss_fn(pred, target):
    return tf.reduce_mean(tf.square((target - pred) / target))


model = Sequential([Input((8,)), layers.Dense(1)])
for a, b in batches:
    with tf.GradientTape() as tape:
        loss = loss_fn(model(a, training=True), b)
    slopes = tape.gradient(loss, model.trainable_variables)

# %% turned round before it is given
def relative(y_pred, y_true):
    return tf.reduce_mean(tf.square((y_true - y_pred) / y_true))


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=lambda y_true, y_pred: relative(y_pred, y_true))

# %% a function that is not followed
def loss(y_pred, y_true):
    return something(y_true, y_pred)


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=loss)

# %% names that say nothing
def loss(a, b):
    return tf.reduce_mean(tf.square((b - a) / b))


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=loss)

# %% the answers of a critic, which is no loss of truth and answer
def wasserstein(y_true, y_pred):
    return tf.reduce_mean(y_true * y_pred)


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=wasserstein)
