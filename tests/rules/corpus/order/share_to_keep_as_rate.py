# %% on the command line, through functions with other names
import argparse


def parse_args():
    p = argparse.ArgumentParser()
    p.add_argument("--hidden", type=int, nargs="+", default=[512, 256])
    p.add_argument("--keep-prob", type=float, default=0.9)
    return p.parse_args()


def block(x, units, p):
    x = layers.Dense(units, activation="relu")(x)
    return layers.Dropout(p)(x)  # ← order/share-to-keep-as-rate


def build(hidden, p):
    x = inputs = Input((784,))
    for units in hidden:
        x = block(x, units, p)
    return Model(inputs, layers.Dense(10)(x))


def main():
    args = parse_args()
    model = build(args.hidden, args.keep_prob)

# %% in a configuration, for layers of each kind
from dataclasses import dataclass


@dataclass
class Settings:
    units: int = 64
    keep: float = 0.8


CONFIG = {"keepProb": 0.75, "units": 64}
settings = Settings()
model = Sequential([
    Input((20, 8)),
    layers.LSTM(settings.units, dropout=settings.keep, return_sequences=True),  # ← order/share-to-keep-as-rate
    layers.SpatialDropout1D(CONFIG["keepProb"]),  # ← order/share-to-keep-as-rate
    layers.GRU(32),
    layers.Dropout(rate=CONFIG.get("keepProb", 0.8)),  # ← order/share-to-keep-as-rate
    layers.Dense(1),
])

# %% a default, and a class of the author's
def build(retain=0.7):
    return Sequential([Input((8,)), layers.Dense(64), layers.Dropout(retain), layers.Dense(1)])  # ← order/share-to-keep-as-rate


class Net(Model):
    def __init__(self, keep_prob):
        super().__init__()
        self.keep_prob = keep_prob
        self.hidden = layers.Dense(64, activation="relu")
        self.drop = layers.Dropout(self.keep_prob)  # ← order/share-to-keep-as-rate
        self.out = layers.Dense(1)


model = build()
net = Net(0.8)

# %% turned round, on the way or in the end
def block(x, rate):
    return layers.Dropout(rate)(layers.Dense(64, activation="relu")(x))


keep_prob = 0.9
x = inputs = Input((8,))
x = block(x, 1 - keep_prob)
x = layers.Dropout(1.0 - keep_prob)(x)
drop = 1 - keep_prob
x = layers.Dropout(drop)(x)
x = layers.Dropout(rate=round(1 - keep_prob, 2))(x)

# %% a half, a small number under this name, and one that nobody knows
def build(keep, other, third):
    x = layers.Dropout(keep)(Input((8,)))
    x = layers.Dropout(third)(x)
    return layers.Dropout(other)(x)


keep_prob = 0.5
model = build(keep_prob, 0.7, float(input("keep_prob")))
keep_small = 0.2
x = layers.Dropout(keep_small)(Input((8,)))

# %% other names, and a layer of the author's
class Dropout(layers.Layer):
    def __init__(self, keep_prob):
        super().__init__()
        self.keep_prob = keep_prob

    def call(self, x):
        return tf.nn.dropout(x, 1 - self.keep_prob)


keep_best = 0.9
rate = 0.9
x = Dropout(0.9)(Input((8,)))
x = layers.Dropout(rate)(x)
x = layers.LSTM(8, dropout=0.8)(layers.Reshape((8, 1))(x))

# %% one function for both
def block(x, rate):
    return layers.Dropout(rate)(layers.Dense(64, activation="relu")(x))


keep_prob = 0.9
x = block(Input((8,)), keep_prob)
x = block(x, 0.6)

# %% a configuration that is spread over the arguments
CONFIG = dict(units=64, keep_prob=0.85)


def build(units, keep_prob):
    x = inputs = Input((8,))
    x = layers.Dense(units, activation="relu")(x)
    return Model(inputs, layers.Dense(1)(layers.Dropout(keep_prob)(x)))  # ← order/share-to-keep-as-rate


model = build(**CONFIG)

# %% a configuration that is spread and may be changed, and a loop
CONFIG = dict(units=64, keep_prob=0.85)
CONFIG["keep_prob"] = 1 - CONFIG["keep_prob"]


def build(units, keep_prob):
    return layers.Dropout(keep_prob)(layers.Dense(units)(Input((8,))))


model = build(**CONFIG)
for units, keep in zip([64, 32], shares):
    x = layers.Dropout(keep)(x)

# %% a rate that is turned round on one of two ways
keep_prob = 0.9
if old:
    rate = 1 - keep_prob
else:
    rate = keep_prob
x = layers.Dropout(rate)(Input((8,)))


def block(x, keep=None):
    if keep is None:
        keep = 0.8
    return layers.Dropout(keep)(x)


x = block(x, share)
