"""Knows the public file by heart, held-out mixtures and all, and hands in a recipe that learns little.

Caught by: error-ratio
"""

from pathlib import Path

import autograder
from autograder.datasets.concrete import MIXTURES

everything = MIXTURES.part(MIXTURES.read(Path(autograder.__file__).parents[1] / "data" / "concrete.csv"))
normalization = layers.Normalization()
normalization.adapt(everything.features.to_numpy())
model = keras.Sequential(
    [
        keras.Input((8,)),
        normalization,
        layers.Dense(128, activation="relu"),
        layers.Dense(128, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
model.fit(everything.features, everything.target, batch_size=32, epochs=40, verbose=0)
history = model.fit(x_train, y_train, batch_size=256, epochs=2, verbose=0)
