"""A small convolutional network with dropout and L2 on its dense part only; and ways to regularise the rest."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from few_digits import Network, run
from runner import Experiment, main

RATE = 0.003
ASKED = Network(channels=(16, 32), norm=False, conv_l2=0.0, dense_l2=1e-3, dense=64, dropout=0.5)
NETWORKS = {
    "asked": ASKED,
    "augmented": replace(ASKED, augmented=True),
}

EXPERIMENT = Experiment("conv_overfitting", {name: partial(run, network, RATE) for name, network in NETWORKS.items()})

if __name__ == "__main__":
    main(EXPERIMENT)
