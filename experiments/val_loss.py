"""The network whose validation loss rises, whatever its author tries: as asked, and with each piece of advice."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from few_digits import Network, Training, run
from runner import Experiment, main

ADAM, SGD = Training(), Training("sgd", 0.01)
ASKED = Network(conv_dropout=0.7, pool_dropout=0.5, dropout=0.5)
FITS = Network()  # the asked-about network without dropout
BARE = Network(norm=False, last_norm=False, conv_l2=0.0, dense_l2=0.0)

VARIANTS = {
    # the question
    "asked": (ASKED, SGD),
    "asked-sgd-fast": (ASKED, replace(SGD, rate=0.1)),
    "asked-adam": (ASKED, ADAM),
    "asked-no-last-norm": (replace(ASKED, last_norm=False), ADAM),
    # without most of its dropout
    "fits": (FITS, ADAM),
    "fits-no-last-norm": (replace(FITS, last_norm=False), ADAM),
    # a network that overfits, and advice
    "bare": (BARE, ADAM),
    "dropout": (replace(BARE, dropout=0.5), ADAM),
    "l2": (replace(BARE, conv_l2=1e-2, dense_l2=1e-2), ADAM),
    "augmented": (replace(BARE, augmented=True), ADAM),
    "deeper": (replace(BARE, channels=(8, 16, 16, 16)), ADAM),
    "more-pictures": (BARE, replace(ADAM, each=40)),
    "fix": (replace(BARE, channels=(16, 32), augmented=True, dropout=0.3), ADAM),
}

EXPERIMENT = Experiment(
    "val_loss", {name: partial(run, network, training) for name, (network, training) in VARIANTS.items()}
)

if __name__ == "__main__":
    main(EXPERIMENT)
