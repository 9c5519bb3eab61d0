# %% a small number with a sign
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=-1e-3))  # ← training/negative-learning-rate

# %% by position
sgd = keras.optimizers.SGD(-0.01, momentum=0.9)  # ← training/negative-learning-rate
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer=sgd)

# %% the old name, and a number of the program's
RATE = 0.001
rule = tf.keras.optimizers.RMSprop(lr=-RATE)  # ← training/negative-learning-rate

# %% in a function that somebody calls
def build(rate=-0.1):
    model = Sequential([Input((20,)), layers.Dense(1)])
    model.compile(loss="mse", optimizer=optimizers.SGD(learning_rate=rate))  # ← training/negative-learning-rate
    return model


build().fit(x, y)

# %% a negative power
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=10**-3))

# %% a rate that is not known
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=-options.rate))

# %% a schedule
decay = optimizers.schedules.ExponentialDecay(0.01, 100, 0.9)
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(decay))

# %% no rate at all
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(beta_1=0.5))

# %% nothing changes
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(optimizers.Adam(learning_rate=0.0), "mse")  # ← training/negative-learning-rate

# %% a schedule, and a rate that is set later
net = Sequential([Input((4,)), layers.Dense(1)])
slower = optimizers.schedules.ExponentialDecay(-0.01, 1000, 0.9)  # ← training/negative-learning-rate
net.compile(optimizers.SGD(slower), "mse")
net.optimizer.learning_rate = -0.001  # ← training/negative-learning-rate
net.optimizer.learning_rate.assign(-1e-4)  # ← training/negative-learning-rate
net.fit(x, y, callbacks=[callbacks.LearningRateScheduler(lambda epoch: -0.001)])  # ← training/negative-learning-rate

# %% a schedule, and a rate that is set later, above zero
net = Sequential([Input((4,)), layers.Dense(1)])
net.compile(optimizers.SGD(optimizers.schedules.ExponentialDecay(0.01, 1000, 0.9)), "mse")
net.optimizer.learning_rate = 0.001
net.fit(x, y, callbacks=[callbacks.LearningRateScheduler(lambda epoch, rate: rate * 2.718 ** (-0.1))])

# %% a number that the command line may change, and does not
import argparse

parser = argparse.ArgumentParser()
group = parser.add_argument_group("training")
group.add_argument("-r", "--learning-rate", type=float, default=-0.01)
parser.add_argument("--momentum", dest="push", type=float, default=0.9)
parser.add_argument("--optimizer", default="sgd")
args = parser.parse_args([])
net = Sequential([Input((4,)), layers.Dense(1)])
net.compile(optimizers.SGD(args.learning_rate, momentum=args.push), "mse")  # ← training/negative-learning-rate
net.compile(optimizers.SGD(args.push), "mse")

# %% numbers of a dataclass, and of a named tuple
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass
class Common:
    rate: float = -0.1
    sizes: list = field(default_factory=lambda: [8, 4])


@dataclass(frozen=True)
class Setting(Common):
    momentum: float = field(default=0.9)


class Pair(NamedTuple):
    rate: float
    momentum: float = 0.5


usual, given, pair = Setting(), Setting(0.1, momentum=0.8), Pair(-0.2)
net = Sequential([Input((4,)), *(layers.Dense(units) for units in usual.sizes)])
net.compile(optimizers.SGD(usual.rate, momentum=usual.momentum), "mse")  # ← training/negative-learning-rate
net.compile(optimizers.SGD(given.rate, momentum=given.momentum), "mse")
net.compile(optimizers.SGD(pair.rate, momentum=pair.momentum), "mse")  # ← training/negative-learning-rate

# %% a class that is none
class Setting:
    rate: float = -0.1

    def __init__(self, rate=0.1):
        self.rate = rate


net = Sequential([Input((4,)), layers.Dense(1)])
net.compile(optimizers.SGD(Setting().rate), "mse")
