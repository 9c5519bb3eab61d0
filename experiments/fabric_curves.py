"""Which advice makes the fabric curve smoother? A variant for each piece, and for what the answer leaves out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from fabric import Network, Training, run
from runner import Experiment, main

ASKED, ADAM = Network(), Training()
WIDE = (16, 32, 64)
ALL_BUT_POOLING = Network(channels=WIDE, last_activation="relu", dropout=0.0)
SLOW = Training(rate=1e-4)
VARIANTS = {
    "as-asked": (ASKED, ADAM),
    # the answer's advice, one piece at a time
    "no-dropout": (replace(ASKED, dropout=0.0), ADAM),
    "no-pooling": (replace(ASKED, pooling=False), ADAM),
    "relu": (replace(ASKED, last_activation="relu"), ADAM),
    "rate-1e-4": (ASKED, SLOW),
    "sgd": (ASKED, Training("sgd", 1e-2)),
    "sgd-momentum": (ASKED, Training("sgd", 1e-2, 0.9)),
    "sgd-momentum-1e-3": (ASKED, Training("sgd", 1e-3, 0.9)),  # steps as long as those of "sgd" in the long run
    "wide": (replace(ASKED, channels=WIDE), ADAM),
    # and together
    "all-advice": (replace(ALL_BUT_POOLING, pooling=False), SLOW),
    "all-but-pooling": (ALL_BUT_POOLING, SLOW),
    # two readings of "4 batches" other than batches of 4
    "four-steps": (ASKED, Training(batch_size=150)),
    "batch-32": (ASKED, Training(batch_size=32)),
    # what the answer leaves out
    "bn-momentum-0.9": (replace(ASKED, bn_momentum=0.9), ADAM),
    "batch-32-bn-0.9": (replace(ASKED, bn_momentum=0.9), Training(batch_size=32)),
    "cosine": (ASKED, Training(cosine=True)),
    "averaged": (ASKED, Training(average=True)),
    # what the exercise asks for
    "good": (
        Network(last_activation="relu", dropout=0.25, bn_momentum=0.9),
        Training(rate=2e-3, cosine=True, batch_size=16),
    ),
}
EXPERIMENT = Experiment("fabric_curves", {name: partial(run, *both) for name, both in VARIANTS.items()})

if __name__ == "__main__":
    main(EXPERIMENT)
