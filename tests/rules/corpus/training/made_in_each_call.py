# %% a metric in a metric
def right(truth, guess):
    found = keras.metrics.BinaryAccuracy(threshold=0.3)  # ← training/made-in-each-call
    found.update_state(truth, guess)
    return found.result()


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=["accuracy", right])

# %% a layer in a loss that another function gives
from tensorflow.keras.layers import Dense


def far(share):
    def loss(truth, guess):
        return share * tf.reduce_mean(Dense(1)(guess) - truth)  # ← training/made-in-each-call

    return loss


net = Sequential([Input((4,)), layers.Dense(1)])
net.compile("adam", loss=far(0.5))

# %% in classes of the author's
class Far(losses.Loss):
    def call(self, truth, guess):
        return tf.keras.metrics.MeanSquaredError()(truth, guess)  # ← training/made-in-each-call


class Net(Model):
    def train_step(self, data):
        optimizer = optimizers.Adam()  # ← training/made-in-each-call
        return super().train_step(data)


@tf.function
def step(x):
    mean = keras.metrics.Mean()  # ← training/made-in-each-call
    return mean(x)

# %% made once, and functions
judge = keras.metrics.BinaryAccuracy()


def right(truth, guess):
    return judge(truth, guess) + keras.metrics.binary_accuracy(truth, guess)


def far(truth, guess):
    return keras.losses.MeanSquaredError()(truth, guess) + layers.Flatten()(guess)


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", far, metrics=[right])

# %% nothing is compiled
def right(truth, guess):
    return keras.metrics.BinaryAccuracy()(truth, guess)


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=[right], run_eagerly=True)

# %% called by the author
def right(truth, guess):
    return keras.metrics.BinaryAccuracy()(truth, guess)


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy")
print(right(y, net.predict(x)))

# %% the first time only
class Net(Model):
    def train_step(self, data):
        if self.mean is None:
            self.mean = keras.metrics.Mean()
        return super().train_step(data)
