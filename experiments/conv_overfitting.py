"""A small convolutional network with dropout and L2 on its dense part only; and ways to regularise the rest."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from few_digits import Network, Training, run
from runner import Experiment, main

ADAM = Training()
ASKED = Network(channels=(16, 32), norm=False, last_norm=False, conv_l2=0.0, dense_l2=1e-3, dense=64, dropout=0.5)

NETWORKS = {
    "asked": ASKED,
    "augmented": replace(ASKED, augmented=True),
    "spatial": replace(ASKED, spatial=0.2),
    "conv-l2": replace(ASKED, conv_l2=1e-3),
    "smaller": replace(ASKED, channels=(8, 16), dense=32),
    "stochastic": replace(ASKED, stochastic=True),
}
VARIANTS = {name: (network, ADAM) for name, network in NETWORKS.items()}
VARIANTS["global"] = (replace(ASKED, dense=0), Training(rate=0.01))

EXPERIMENT = Experiment(
    "conv_overfitting", {name: partial(run, network, training) for name, (network, training) in VARIANTS.items()}
)

if __name__ == "__main__":
    main(EXPERIMENT)
